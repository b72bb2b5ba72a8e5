using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Rollout.Core.Programmes;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Mixed;

/// <summary>Every shipped programme and the made-up one, from outside: every page opens, every list goes out in every format.</summary>
public sealed class AllProgrammesTests(AllProgrammes all) : IClassFixture<AllProgrammes>
{
    private static readonly string[] Keys = ["lien-thong", "bao-cao-2022", "dikes", "dong-bo-2025", "kho-du-lieu-2024", "so-hoa-2024"];

    private static readonly string[] Pages =
    [
        "/", "/lists", "/board", "/participants", "/participants/01", "/activity", "/answers", "/figures", "/weekly", "/probes", "/probes/quiet", "/disagreements",
        "/publications", "/programmes", "/lists/changes?from=2024-07-10", "/inbox", "/help",
    ];

    public static TheoryData<string> Programmes => [.. Keys];

    public static TheoryData<string, string> Everywhere => [.. Keys.SelectMany(k => Pages.Select(p => (k, p)))];

    [Fact]
    public void Catalogue_holds_the_five_and_the_one_made_up() => Assert.Equal(Keys, all.Catalog.All.Select(i => i.Programme.Key));

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Page_opens_and_names_the_programme(string key, string page)
    {
        var path = $"{page}{(page.Contains('?') ? '&' : '?')}programme={key}";
        using var answer = await all.Server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(Programme(key).Title.Default, html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Programmes))]
    public async Task Lists_go_out_in_every_format_with_the_same_numbers(string key)
    {
        foreach (var phase in Programme(key).Phases.Select(p => p.Key))
        {
            var address = $"/api/v1/programmes/{key}/status-lists";
            var lists = (await all.Server.GetAsync($"{address}?phase={phase}")).GetProperty("lists").EnumerateArray()
                .Select(l => (Number: l.GetProperty("number").GetInt32(), Title: l.GetProperty("title").GetString()!, Count: l.GetProperty("count").GetInt32(),
                    Names: l.GetProperty("participants").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToArray())).ToList();
            Assert.Equal(Programme(key).ListDefinitions.Select(l => (l.Number, l.Title.Default)), lists.Select(l => (l.Number, l.Title)));
            Assert.All(lists, l => Assert.Equal(l.Count, l.Names.Length));

            var csv = Encoding.UTF8.GetString(await BytesAsync($"{address}.csv?phase={phase}"));
            Assert.Equal(1 + lists.Sum(l => l.Count), csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            var html = WebUtility.HtmlDecode(Encoding.UTF8.GetString(await BytesAsync($"{address}.html?phase={phase}")));
            var words = Words(await BytesAsync($"{address}.docx?phase={phase}"));
            var cells = Words(await BytesAsync($"{address}.xlsx?phase={phase}"));
            Assert.All(lists, l =>
            {
                Assert.Contains(l.Title, html, StringComparison.Ordinal);
                Assert.Contains(l.Title, words, StringComparison.Ordinal);
                Assert.Contains(l.Title, cells, StringComparison.Ordinal);
                Assert.All(l.Names, n => Assert.Contains(n, words, StringComparison.Ordinal));
                Assert.All(l.Names, n => Assert.Contains(n, cells, StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public async Task Rules_over_systems_steps_and_figures_choose_whom_they_say()
    {
        var lists = (await all.Server.GetAsync("/api/v1/programmes/dikes/status-lists?phase=dry")).GetProperty("lists").EnumerateArray()
            .Select(l => l.GetProperty("participants").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToArray()).ToList();
        Assert.Empty(lists[0]);
        Assert.Equal(all.Catalog.Find("dikes")!.Participants.All.Length, lists[1].Length);
        Assert.Equal(["Cà Mau", "Cần Thơ", "Bộ Quốc phòng"], lists[2]);
        // Cần Thơ has exactly 20 %, which is not more than 20; Lào Cai has 31 % and handed nothing in; the ministry has no figure, which is not zero.
        Assert.Equal(["Cà Mau"], lists[3]);
        Assert.Equal(lists[1].Length - 3, lists[4].Length);
        Assert.DoesNotContain("Lào Cai", lists[4]);
        Assert.Equal(["Cà Mau", "Cần Thơ"], lists[5]);
    }

    [Fact]
    public async Task Board_marks_what_a_step_does_not_ask_of_somebody()
    {
        var board = await all.Server.GetAsync("/api/v1/programmes/dikes/board?phase=dry");
        string[] Of(string code) => [.. board.GetProperty("participants").EnumerateArray().Single(p => p.GetProperty("code").GetString() == code)
            .GetProperty("steps").EnumerateArray().Select(s => $"{s.GetProperty("step").GetString()} {s.GetProperty("status").GetString()}")];
        Assert.Contains("B1 done", Of("96"));
        Assert.NotEqual(Of("96"), Of("bng"));
    }

    [Fact]
    public async Task Deadlines_run_by_phase_and_step_in_working_days()
    {
        Assert.Contains("2025-10-31", await DueAsync("dry", "2025-10-28"), StringComparison.Ordinal);
        // 30 April and 1 May are holidays, and a weekend follows.
        Assert.Contains("2026-05-04", await DueAsync("dry", "2026-04-28"), StringComparison.Ordinal);
        Assert.Contains("2026-06-02", await DueAsync("wet", "2026-05-28"), StringComparison.Ordinal);
    }

    /// <summary>All that an office document says, its parts one after the other.</summary>
    private static string Words(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Concat(zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var part = e.Open();
            return XElement.Load(part).Value;
        }));
    }

    private Programme Programme(string key) => all.Catalog.Find(key)!.Programme;

    private async Task<string> DueAsync(string phase, string day) => (await all.Server.GetAsync($"/api/v1/programmes/dikes/deadlines?phase={phase}&asOf={day}")).GetRawText();

    private async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await all.Server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}

using System.Net;
using System.Text.Json;
using Rollout.Core.Programmes;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>What the palette offers, and to whom.</summary>
public sealed class PaletteTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Address = "/palette.json";

    [Fact]
    public async Task Public_is_offered_every_participant_and_the_pages_it_may_open()
    {
        var palette = await server.GetAsync(Address);
        Assert.Equal(63, palette.GetProperty("participants").GetArrayLength());
        Assert.Equal(10, palette.GetProperty("steps").GetArrayLength());
        var pages = Hrefs(palette, "pages");
        Assert.Superset(new HashSet<string> { "/", "/lists", "/board", "/figures", "/weekly", "/lists/changes", "/probes/quiet", "/help", "/agencies/c06" }, pages);
        Assert.DoesNotContain(pages, p => p.StartsWith("/admin", StringComparison.Ordinal) || p is "/letters/new" or "/account");
        Assert.DoesNotContain("run", Acts(palette));
        Assert.Contains("signIn", Acts(palette));
    }

    [Fact]
    public async Task Participant_is_found_without_marks_by_its_other_names_and_its_code_and_says_where_it_stands()
    {
        var entry = (await server.GetAsync(Address)).GetProperty("participants").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "p:92");
        Assert.Equal("can tho 92", entry.GetProperty("find").GetString());
        Assert.Equal("/participants/92", entry.GetProperty("href").GetString());
        Assert.Equal("thành phố · Đồng bằng sông Cửu Long", entry.GetProperty("note").GetString());
        Assert.Equal("PM DVCLT: Hoàn thành · PM Hộ tịch: Hoàn thành", entry.GetProperty("more").GetString());
    }

    [Theory]
    [InlineData("monitor", "/letters/new", true)]
    [InlineData("admin", "/admin/keys", true)]
    [InlineData("agency:c06", "/account", false)]
    public async Task Role_is_offered_its_own_pages_and_looking_now_only_if_it_may(string role, string page, bool runs)
    {
        using var client = server.With(role);
        var palette = await ReadAsync(client);
        Assert.Contains(page, Hrefs(palette, "pages"));
        Assert.Equal(role == "monitor", Hrefs(palette, "pages").Contains("/letters/new"));
        Assert.Equal(role == "admin", Hrefs(palette, "pages").Contains("/admin"));
        Assert.Equal(runs, Acts(palette).Contains("run"));
        Assert.Contains("signOut", Acts(palette));
    }

    [Fact]
    public async Task Contact_finds_its_own_first()
    {
        using var client = server.With("participant:provinces-63/94");
        var own = (await ReadAsync(client)).GetProperty("participants").EnumerateArray().Where(p => p.TryGetProperty("own", out _)).Select(p => p.GetProperty("id").GetString());
        Assert.Equal(["p:94"], own);
    }

    [Fact]
    public async Task Words_come_in_the_language_of_the_reader_and_the_other_language_is_offered()
    {
        var palette = await server.GetAsync($"{Address}?culture=en");
        Assert.Equal("Pages", palette.GetProperty("words").GetProperty("pages").GetString());
        Assert.Equal("Province", palette.GetProperty("words").GetProperty("participants").GetString());
        Assert.Equal("vi", palette.GetProperty("actions").EnumerateArray().Single(a => a.TryGetProperty("act", out var act) && act.GetString() == "language").GetProperty("href").GetString());
    }

    [Fact]
    public async Task Past_offers_the_way_back_and_downloads_what_is_shown()
    {
        var actions = (await server.GetAsync($"{Address}?asOf=2024-07-15&phase=production")).GetProperty("actions").EnumerateArray().ToList();
        var back = actions.Single(a => a.GetProperty("id").GetString() == "do:now").GetProperty("set");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (back.GetProperty("asOf").ValueKind, back.GetProperty("knownOn").ValueKind));
        var docx = actions.Single(a => a.GetProperty("id").GetString() == "do:download:docx").GetProperty("href").GetString()!;
        Assert.StartsWith("/api/v1/programmes/lien-thong/status-lists.docx?phase=production&asOf=2024-07-15T23", docx, StringComparison.Ordinal);
        using var file = await server.Client.GetAsync(new Uri(docx, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Contains(actions, a => a.GetProperty("id").GetString() == "do:phase:test");
    }

    [Fact]
    public async Task Address_with_a_mistake_still_leads_elsewhere() =>
        Assert.Equal(63, (await server.GetAsync($"{Address}?phase=dusk&asOf=yesterday")).GetProperty("participants").GetArrayLength());

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        using var first = await server.Client.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await server.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Board_kept_from_the_public_is_kept_from_its_palette()
    {
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        var palette = await closed.GetAsync(Address);
        Assert.Equal((0, 0), (palette.GetProperty("participants").GetArrayLength(), palette.GetProperty("pages").GetArrayLength()));
        Assert.Equal(["language", "print", "copy", "help", "signIn"], Acts(palette));
    }

    [Fact]
    public async Task Contact_who_may_read_only_its_own_finds_nobody_else()
    {
        await using var own = new RunningServer { Catalog = new([.. DataFiles.ReadAll(Repository.Data()).Catalog!.All.Select(i => i with { Programme = i.Programme with { Reading = ReadingScope.Own } })]) };
        await own.InitializeAsync();
        using var client = own.With("participant:provinces-63/94");
        var palette = await ReadAsync(client);
        Assert.Equal(["/participants/94"], Hrefs(palette, "participants"));
        Assert.DoesNotContain("/board", Hrefs(palette, "pages"));
        Assert.Contains("/inbox", Hrefs(palette, "pages"));
        Assert.DoesNotContain("download", Acts(palette));
    }

    private static HashSet<string> Hrefs(JsonElement palette, string group) =>
        [.. palette.GetProperty(group).EnumerateArray().Where(e => e.TryGetProperty("href", out _)).Select(e => e.GetProperty("href").GetString()!)];

    private static List<string> Acts(JsonElement palette) =>
        [.. palette.GetProperty("actions").EnumerateArray().Where(e => e.TryGetProperty("act", out _)).Select(e => e.GetProperty("act").GetString()!)];

    private static async Task<JsonElement> ReadAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri(Address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await RunningServer.JsonAsync(answer);
    }
}

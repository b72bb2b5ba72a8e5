using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Rollout.Web.Printing;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The progress report, Appendix II and the letter that reminds, over the API.</summary>
public sealed class DocumentsApiTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Root = "/api/v1/programmes/lien-thong";
    private const string Letter = $"{Root}/reminder.docx?phase=test&asOf=2024-07-31";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("progress", "docx")]
    [InlineData("progress", "xlsx")]
    [InlineData("progress", "csv")]
    [InlineData("progress", "json")]
    [InlineData("progress", "html")]
    [InlineData("participants/94/appendix", "docx")]
    [InlineData("participants/94/appendix", "xlsx")]
    [InlineData("participants/94/appendix", "csv")]
    [InlineData("participants/94/appendix", "json")]
    [InlineData("participants/94/appendix", "html")]
    [InlineData("status-lists", "json")]
    public async Task Document_of_a_past_state_is_the_same_byte_for_byte(string document, string format)
    {
        var first = await BytesAsync(server.Client, $"{Root}/{document}.{format}?phase=test&asOf=2024-07-31");
        Assert.NotEmpty(first);
        Assert.Equal(first, await BytesAsync(server.Client, $"{Root}/{document}.{format}?phase=test&asOf=2024-07-31"));
    }

    [Fact]
    public async Task Appendix_as_json_has_a_set_for_each_list_and_for_the_steps()
    {
        var json = JsonDocument.Parse(await BytesAsync(server.Client, $"{Root}/status-lists.json?phase=test&asOf=2024-07-31")).RootElement;
        Assert.Equal([126, 1, 12, 28, 23, 3, 59, 63], json.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("rows").GetArrayLength()));
    }

    [Fact]
    public async Task Letter_is_written_for_the_monitor_with_the_filter_of_the_board()
    {
        using var monitor = server.With("monitor");
        var text = TextOf(await BytesAsync(monitor, $"{Letter}&deadline=2099-09-30&system=hotich&region=Tây Nguyên&signature=director"));
        foreach (var part in (string[])["VĂN PHÒNG CHÍNH PHỦ", "Kính gửi:", "có 1/63 địa phương đã hoàn thành", "5 địa phương (danh sách", "trước ngày 30/09/2099", "TL. BỘ TRƯỞNG, CHỦ NHIỆM", "Lưu: VT, KSTT.", "Gia Lai"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hà Nội ", text[text.IndexOf("Phụ lục", StringComparison.Ordinal)..], StringComparison.Ordinal);
        var one = JsonDocument.Parse(await BytesAsync(monitor, $"{Root}/reminder.json?phase=test&asOf=2024-07-31&deadline=2099-09-30&list=5&system=hotich")).RootElement;
        Assert.Equal(["Bình Định", "Long An", "TP Hồ Chí Minh"], one.GetProperty("records")[0].GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()).Distinct());
    }

    [Theory]
    [InlineData("", "deadline", "query.day")]
    [InlineData("&deadline=30/09/2099", "deadline", "query.day")]
    [InlineData("&deadline=2024-08-15", "deadline", "query.past")]
    [InlineData("&deadline=2099-01-01&system=none", "system", "query.unknown")]
    [InlineData("&deadline=2099-01-01&list=9", "list", "query.unknown")]
    [InlineData("&deadline=2099-01-01&participants=94,999", "participants", "query.unknown")]
    [InlineData("&deadline=2099-01-01&region=Nowhere", "region", "query.unknown")]
    [InlineData("&deadline=2099-01-01&status=gone", "status", "query.unknown")]
    [InlineData("&deadline=2099-01-01&waits=nobody", "waits", "query.unknown")]
    [InlineData("&deadline=2099-01-01&signature=me", "signature", "query.unknown")]
    public async Task Mistake_in_the_query_of_a_letter_is_400_and_names_the_word(string query, string parameter, string code)
    {
        using var monitor = server.With("monitor");
        using var answer = await monitor.GetAsync(new Uri(Letter + query, UriKind.Relative), Token);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal((400, parameter, code), ((int)answer.StatusCode, problem.GetProperty("parameter").GetString(), problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("reader", 403)]
    [InlineData("agency:c06", 403)]
    [InlineData("participant:provinces-63/94", 403)]
    [InlineData(null, 401)]
    public async Task Letter_is_for_the_monitor_alone(string? role, int status)
    {
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        using var answer = await client.GetAsync(new Uri($"{Letter}&deadline=2099-01-01", UriKind.Relative), Token);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_browser_pdf_is_501_and_names_the_page_to_print()
    {
        await using var bare = new RunningServer { Configure = b => b.Configuration["Printing:Chromium"] = "/nowhere/chromium" };
        await bare.InitializeAsync();
        using var answer = await bare.Client.GetAsync(new Uri($"{Root}/status-lists.pdf?phase=test", UriKind.Relative), Token);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal((501, "pdf.none", $"{Root}/status-lists.html?phase=test"), ((int)answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("html").GetString()));
        using var page = await bare.Client.GetAsync(new Uri("/lists", UriKind.Relative), Token);
        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.Contains("status-lists.docx", html, StringComparison.Ordinal);
        Assert.DoesNotContain("status-lists.pdf", html, StringComparison.Ordinal);
        Assert.Contains("progress.html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_browser_pdf_is_printed()
    {
        Assert.SkipWhen(ChromiumFinder.Find(null) is null, "no Chromium (Debian: chromium)");
        await using var printing = new RunningServer { Configure = b => b.Configuration["Printing:Chromium"] = "" };
        await printing.InitializeAsync();
        var pdf = await BytesAsync(printing.Client, $"{Root}/status-lists.pdf?phase=test&asOf=2024-07-31");
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
    }

    [Fact]
    public async Task Hundred_exports_at_once_all_arrive()
    {
        string[] formats = ["docx", "xlsx", "csv"];
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => BytesAsync(server.Client, $"{Root}/status-lists.{formats[i % 3]}?phase=test&asOf=2024-07-{16 + (i % 15)}")));
        Assert.All(all, Assert.NotEmpty);
    }

    [Fact]
    public async Task Unknown_format_names_those_there_are_and_pdf_among_them()
    {
        using var answer = await server.Client.GetAsync(new Uri($"{Root}/progress.odt", UriKind.Relative), Token);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(["docx", "xlsx", "csv", "json", "html", "pdf"], (await RunningServer.JsonAsync(answer)).GetProperty("choices").EnumerateArray().Select(c => c.GetString()));
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    private static string TextOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        return System.Xml.Linq.XElement.Parse(reader.ReadToEnd()).Value;
    }
}

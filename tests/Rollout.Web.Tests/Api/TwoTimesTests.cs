using System.Net;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>What was true and what was known, on every page and export: a correction that holds since July but was written today.</summary>
public sealed class TwoTimesTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Then = "asOf=2024-07-31";

    // The day before the import and the correction were written: nothing was known of July then.
    private static readonly string Unknown = $"{Then}&knownOn=2024-07-31";

    public static TheoryData<string, string> Answers { get; } = new()
    {
        { "/api/v1/programmes/lien-thong/status-lists?phase=test", "\"count\":4" },
        { "/api/v1/programmes/lien-thong/status-lists.csv?phase=test", "5,Địa phương đang thực hiện kết nối với PM hộ tịch,4" },
        { "/api/v1/programmes/lien-thong/status-lists.json?phase=test", "kết nối với PM hộ tịch" },
        { "/api/v1/programmes/lien-thong/status-lists.html?phase=test", "Long An, Sóc Trăng" },
        { "/api/v1/programmes/lien-thong/participants/94?phase=test", "inProgress" },
        { "/api/v1/programmes/lien-thong/board?phase=test", "inProgress" },
        { "/api/v1/programmes/lien-thong/figures?phase=test", "\"inProgress\":4" },
        { "/api/v1/programmes/lien-thong/participants/94/appendix.html?phase=test", "Đang thực hiện" },
        { "/activity.csv?participant=94", "12/CV-THU" },
        { "/lists", "Sóc Trăng</a>" },
        { "/board", "cell is-progress" },
        { "/participants/94", "12/CV-THU" },
        { "/participants", "is-assumed" },
        { "/", "20/07/2024" },
        { "/activity?participant=94", "12/CV-THU" },
        { "/figures", "Sóc Trăng" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Late_entry_counts_for_its_day_and_not_for_what_was_known_then(string path, string says)
    {
        using var monitor = server.With("monitor");
        await CorrectAsync(monitor);

        Assert.Contains(says, await TextAsync(monitor, path, Then), StringComparison.Ordinal);
        Assert.DoesNotContain(says, await TextAsync(monitor, path, Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_says_both_times_and_leads_back_to_the_present()
    {
        var page = await TextAsync(server.Client, "/lists", Unknown);
        Assert.Contains("theo những gì đã biết đến 31/07/2024", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/lists\"", page, StringComparison.Ordinal);
        Assert.Contains("knownOn=2024-07-31", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instant_of_knowledge_that_has_not_come_is_refused()
    {
        using var page = await server.Client.GetAsync(new Uri("/lists?knownOn=2999-01-01", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
    }

    /// <summary>Once for the class: whoever comes second is told that the version is another.</summary>
    private static async Task CorrectAsync(HttpClient monitor)
    {
        var (status, _) = await monitor.SendAsync(HttpMethod.Post, $"{Caller.Cell("94", "2.1")}/changes", """
            { "to": "inProgress", "version": 0, "at": "2024-07-20T08:00:00+07:00", "note": "Nhận công văn chậm", "document": { "number": "12/CV-THU", "issuer": "vpcp", "date": "2024-07-20" } }
            """).SaidAsync();
        Assert.Contains(status, (int[])[201, 409]);
    }

    private static async Task<string> TextAsync(HttpClient client, string path, string times)
    {
        using var answer = await client.GetAsync(new Uri(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + times, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}

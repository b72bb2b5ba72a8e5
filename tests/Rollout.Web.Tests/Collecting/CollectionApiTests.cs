using System.Net;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Collecting;

/// <summary>The reports that programmes collect, over the API, and the letter that asks for them.</summary>
public sealed class CollectionApiTests : IAsyncLifetime
{
    private const string Sync = "/api/v1/programmes/dong-bo-2025/collection";
    private const string Letter = Sync + "/reminder.html?deadline=2099-01-05";
    private readonly RunningServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.ImportAsync("dong-bo-2025");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Collection_says_who_has_handed_in_and_who_has_not()
    {
        var answer = await _server.GetAsync(Sync);
        Assert.Equal("7139/BTP-HCTP", answer.GetProperty("request").GetProperty("number").GetString());
        var copy = answer.GetProperty("reports")[0].GetProperty("copies")[0];
        Assert.Equal((19, 15, 0), (Count("received"), Count("missing"), Count("overdue")));
        Assert.Equal(34, copy.GetProperty("receipts").GetArrayLength());
        var caMau = copy.GetProperty("receipts").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "96");
        Assert.Equal(("missing", 44.47m), (caMau.GetProperty("state").GetString(), caMau.GetProperty("figures").GetProperty("chua-nhan-trang-thai").GetDecimal()));

        int Count(string state) => copy.GetProperty("counts").GetProperty(state).GetInt32();
    }

    [Fact]
    public async Task Before_the_source_spoke_nothing_is_known_and_what_is_handed_in_since_stands_today_alone()
    {
        var before = (await _server.GetAsync(Sync + "?asOf=2025-10-01")).GetProperty("reports")[0].GetProperty("copies")[0];
        Assert.Equal(34, before.GetProperty("counts").GetProperty("unknown").GetInt32());
        await _server.ReportAsync("dong-bo-2025", "96", "khac-phuc", "2.1");
        Assert.Equal((20, 19), (await HereAsync(""), await HereAsync("?asOf=2025-11-20")));
        var files = (await _server.GetAsync(Sync)).GetProperty("reports")[0].GetProperty("copies")[0].GetProperty("receipts").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "96");
        Assert.Equal((0, false, "received"), (files.GetProperty("files").GetInt32(), files.GetProperty("published").GetBoolean(), files.GetProperty("state").GetString()));

        async Task<int> HereAsync(string query) =>
            (await _server.GetAsync(Sync + query)).GetProperty("reports")[0].GetProperty("copies")[0].GetProperty("counts").GetProperty("received").GetInt32();
    }

    [Fact]
    public async Task Report_in_two_copies_has_two_receipts_each_with_its_deadline()
    {
        var answer = await _server.GetAsync("/api/v1/programmes/bao-cao-2022/collection?report=ii");
        var report = Assert.Single(answer.GetProperty("reports").EnumerateArray());
        Assert.Equal(["electronic", "paper"], report.GetProperty("copies").EnumerateArray().Select(c => c.GetProperty("phase").GetString()));
        Assert.All(report.GetProperty("copies").EnumerateArray(), c =>
        {
            Assert.Equal(("2022-05-25", true, "2022-05-24"), (c.GetProperty("deadline").GetProperty("date").GetString(), c.GetProperty("deadline").GetProperty("exclusive").GetBoolean(), c.GetProperty("lastDay").GetString()));
            Assert.Equal(63, c.GetProperty("counts").GetProperty("unknown").GetInt32());
        });
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    public async Task Lists_are_downloaded_in_every_format(string format, string type)
    {
        using var answer = await _server.Client.GetAsync(new Uri($"{Sync}.{format}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        if (format != "csv") return;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("ra-soat,khac-phuc,96,Cà Mau,missing", text, StringComparison.Ordinal);
        Assert.Contains("figure:chua-nhan-trang-thai", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/programmes/lien-thong/collection", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/programmes/lien-thong/collection.csv", HttpStatusCode.NotFound)]
    [InlineData(Sync + "?report=x", HttpStatusCode.BadRequest)]
    [InlineData(Sync + ".csv?report=x", HttpStatusCode.BadRequest)]
    [InlineData(Sync + ".odt", HttpStatusCode.NotFound)]
    [InlineData(Sync + "?asOf=soon", HttpStatusCode.BadRequest)]
    public async Task Wrong_address_is_named(string path, HttpStatusCode status)
    {
        using var answer = await _server.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("monitor", HttpStatusCode.OK)]
    [InlineData("agency:bca", HttpStatusCode.Forbidden)]
    [InlineData("participant:provinces-34/96", HttpStatusCode.Forbidden)]
    [InlineData("reader", HttpStatusCode.Forbidden)]
    [InlineData("approver", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    public async Task Letter_is_for_monitors_alone(string? role, HttpStatusCode status)
    {
        using var client = role is null ? new HttpClient { BaseAddress = _server.Client.BaseAddress } : _server.With(role);
        using var answer = await client.GetAsync(new Uri(Letter, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK) return;
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("đã nhận được của 19/34 địa phương; 15 địa phương chưa gửi", text, StringComparison.Ordinal);
        Assert.Contains("trước ngày 05/01/2099", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?deadline=soon")]
    [InlineData("?deadline=2020-01-01")]
    [InlineData("?deadline=2099-01-05&report=x")]
    [InlineData("?deadline=2099-01-05&signature=x")]
    public async Task Wrong_word_of_a_letter_is_refused_before_anybody_is_asked_who_they_are(string query)
    {
        using var answer = await _server.Client.GetAsync(new Uri(Sync + "/reminder.docx" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_read_sees_no_collection()
    {
        await using var closed = new RunningServer { PublicRead = false };
        await closed.InitializeAsync();
        using var answer = await closed.Client.GetAsync(new Uri(Sync, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

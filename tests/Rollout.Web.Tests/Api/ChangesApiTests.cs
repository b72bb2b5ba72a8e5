using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Changing a step over the API: the answers, their order, and what is kept.</summary>
public sealed class ChangesApiTests : IAsyncLifetime
{
    private readonly RunningServer _server = new();
    private HttpClient _btp = null!;
    private HttpClient _c06 = null!;
    private HttpClient _socTrang = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        (_socTrang, _c06, _btp) = (_server.With("participant:provinces-63/94"), _server.With("agency:c06"), _server.With("agency:btp"));
    }

    public async ValueTask DisposeAsync()
    {
        _socTrang.Dispose();
        _c06.Dispose();
        _btp.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Report_is_answered_with_the_new_cell_and_stands_in_the_ledger_with_its_document_and_note()
    {
        using var answer = await PostAsync(_socTrang, "3.1", new
        {
            to = "reported",
            version = 0,
            note = "Đã kiểm tra 12 hồ sơ",
            at = "2024-08-02",
            document = new { number = "12/STP-HCTP", issuer = "Sở Tư pháp", date = "2024-08-02" },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var cell = await RunningServer.JsonAsync(answer);
        Assert.Equal(("3.1", "reported", "report", 1), (Text(cell, "step"), Text(cell, "status"), Text(cell, "basis"), cell.GetProperty("version").GetInt32()));
        Assert.Equal("2024-08-02T00:00:00+07:00", Text(cell, "since"));
        var ledger = await JsonAsync(_socTrang, "/api/v1/programmes/lien-thong/ledger?limit=1000");
        var entry = ledger.GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(("reported", "Đã kiểm tra 12 hồ sơ"), (Text(entry, "to"), Text(entry, "note")));
    }

    [Fact]
    public async Task Two_who_saw_the_same_version_one_wins_and_the_other_is_shown_the_cell()
    {
        using var first = await PostAsync(_socTrang, "2.1", new { to = "reported", version = 0 });
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await PostAsync(_btp, "2.1", new { to = "done", version = 0 });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var problem = await RunningServer.JsonAsync(second);
        Assert.Equal("version.stale", Text(problem, "code"));
        Assert.Equal(("reported", 1), (Text(problem.GetProperty("current"), "status"), problem.GetProperty("current").GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Partial_confirmation_is_answered_with_the_cell_unchanged_and_the_second_completes_it()
    {
        using var ndxp = _server.With("agency:ndxp");
        using var reported = await PostAsync(_socTrang, "2.3", new { to = "reported", version = 0 });
        using var half = await PostAsync(_btp, "2.3", new { to = "done", version = 1 });
        var cell = await RunningServer.JsonAsync(half);
        Assert.Equal((HttpStatusCode.Created, "reported", 1), (half.StatusCode, Text(cell, "status"), cell.GetProperty("version").GetInt32()));
        using var twice = await PostAsync(_btp, "2.3", new { to = "done", version = 1 });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "confirm.twice"), (twice.StatusCode, await CodeAsync(twice)));
        using var whole = await PostAsync(ndxp, "2.3", new { to = "done", version = 1 });
        Assert.Equal("done", Text(await RunningServer.JsonAsync(whole), "status"));
    }

    [Fact]
    public async Task Gate_names_what_is_missing_in_words()
    {
        using var answer = await PostAsync(_btp, "2.1", new { to = "done", version = 0 }, phase: "production");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Thử nghiệm", (await RunningServer.JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"to":"finished","version":0}""", "query.unknown")]
    [InlineData("""{"version":0}""", "query.unknown")]
    [InlineData("""{"to":"reported"}""", "query.number")]
    [InlineData("""{"to":"reported","version":-1}""", "query.number")]
    [InlineData("""{"to":"reported","version":"a"}""", "query.body")]
    [InlineData("""{"to":"reported","version":0,"at":"2/8/2024"}""", "query.instant")]
    [InlineData("""{"to":"reported","version":0,"at":"2024-08-02T08:00:00"}""", "query.instant")]
    [InlineData("""{"to":"reported","version":0""", "query.body")]
    [InlineData("null", "query.body")]
    [InlineData("[]", "query.body")]
    [InlineData("", "query.body")]
    public async Task Body_that_cannot_be_read_is_refused_before_anything_else(string body, string code)
    {
        foreach (var client in new[] { _server.Client, _socTrang })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(Path("1.1", "94", "nowhere"), content, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await CodeAsync(answer)));
        }
    }

    [Fact]
    public async Task Body_of_a_form_is_refused_so_that_no_other_site_can_send_one()
    {
        using var form = new FormUrlEncodedContent([new("to", "reported"), new("version", "0")]);
        using var answer = await _socTrang.PostAsync(Path("1.1"), form, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, "query.contentType"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task Checks_come_in_the_order_of_the_contract()
    {
        var report = new { to = "reported", version = 7 };
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(_server.Client, "9.9", "xx", "nowhere", report));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_socTrang, "9.9", "94", "test", report));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_socTrang, "1.1", "94", "nowhere", report));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(_socTrang, "1.1", "xx", "test", report));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(_socTrang, "1.1", "92", "test", report));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(_socTrang, "1.1", "94", "test", report));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(_socTrang, "2.2", "94", "test", new { to = "blocked", version = 0 }));
    }

    [Fact]
    public async Task Refused_change_leaves_no_trace()
    {
        var head = _server.Services.GetRequiredService<BoardStore>().Current.Seq;
        foreach (var body in new object[]
                 {
                     new { to = "reported", version = 0, at = "2030-01-01" }, new { to = "blocked", version = 0, note = "x", blockedOn = "nobody", blockedKind = "data" },
                     new { to = "blocked", version = 0, note = "x", blockedOn = "c06", blockedKind = "weather" }, new { to = "reported", version = 0, note = new string('x', 4001) },
                 })
        {
            using var answer = await PostAsync(_socTrang, "2.2", body);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }
        Assert.Equal(head, _server.Services.GetRequiredService<BoardStore>().Current.Seq);
    }

    [Fact]
    public async Task Comment_raises_no_version_and_can_be_read_by_the_other_side()
    {
        using var said = await _c06.PostAsJsonAsync(
            Path("2.2").Replace("/changes", "/comments", StringComparison.Ordinal), new { note = "Đề nghị gửi lại" }, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await RunningServer.JsonAsync(said)).GetProperty("version").GetInt32());
        var entry = (await JsonAsync(_socTrang, "/api/v1/programmes/lien-thong/ledger?limit=1000")).GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(("comment", "Đề nghị gửi lại"), (Text(entry, "kind"), Text(entry, "note")));
        var open = (await _server.GetAsync("/api/v1/programmes/lien-thong/ledger?limit=1000")).GetProperty("entries").EnumerateArray().Last();
        Assert.Equal(JsonValueKind.Null, open.GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task Description_shows_an_example_of_each_body()
    {
        var paths = (await _server.GetAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var path in paths.EnumerateObject().Where(p => p.Name.StartsWith("/api/", StringComparison.Ordinal) && p.Value.TryGetProperty("post", out _)))
            if (path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out var json)) Assert.True(json.TryGetProperty("example", out _), path.Name);
        Assert.Contains(paths.EnumerateObject(), p => p.Name.EndsWith("/changes", StringComparison.Ordinal));
    }

    private static string Path(string step, string code = "94", string phase = "test") => $"/api/v1/programmes/lien-thong/participants/{code}/phases/{phase}/steps/{step}/changes";

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string step, object body, string code = "94", string phase = "test") =>
        client.PostAsJsonAsync(Path(step, code, phase), body, TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string step, string code, string phase, object body)
    {
        using var answer = await PostAsync(client, step, body, code, phase);
        return answer.StatusCode;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => Text(await RunningServer.JsonAsync(answer), "code");

    private static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await RunningServer.JsonAsync(answer);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}

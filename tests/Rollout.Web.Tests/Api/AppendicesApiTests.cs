using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Published appendices by API: read by all who may read, imported by monitors, all of it or nothing.</summary>
public sealed class AppendicesApiTests : IAsyncLifetime
{
    private const string Place = "/api/v1/programmes/lien-thong/appendices";
    private static readonly string Published = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Rollout.Core.Tests", "Appendices", "appendices-2024-07.txt"));
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Published_text_agrees_with_the_board_it_was_imported_from_and_importing_it_again_changes_nothing()
    {
        using var client = _server.With("monitor");
        var read = await OkAsync(client, "read", Published);
        Assert.Equal(("2024-07", "month", "…/VPCP-KSTT"), (Text(read, "date"), Text(read, "precision"), Text(read.GetProperty("stated"), "number")));
        Assert.Equal([1, 12, 28, 23, 3, 59], read.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("participants").GetArrayLength()));
        var comparison = read.GetProperty("comparison");
        Assert.True(comparison.GetProperty("agrees").GetBoolean());
        Assert.Equal((0, 0), (comparison.GetProperty("differences").GetArrayLength(), comparison.GetProperty("import").GetProperty("written").GetInt32()));

        using var imported = await PostAsync(client, $"import?seq={read.GetProperty("seq")}", Published);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Equal(0, (await RunningServer.JsonAsync(imported)).GetProperty("written").GetInt32());
    }

    [Fact]
    public async Task Later_appendix_is_compared_and_imported_with_its_letter_evidence_and_date()
    {
        using var client = _server.With("monitor");
        var text = Moved(Published);
        var read = await OkAsync(client, "read?date=2024-07-20", text);
        Assert.Equal([false, true], Lists(read).Where(l => l.GetProperty("number").GetInt32() is 2 or 6).Select(l => l.GetProperty("agrees").GetBoolean()));
        Assert.Equal("89", Text(Assert.Single(Lists(read)[1].GetProperty("onlyInDocument").EnumerateArray()), "code"));
        var difference = Assert.Single(read.GetProperty("comparison").GetProperty("differences").EnumerateArray());
        Assert.Equal(("89", "dvclt", "completed", "inProgress", "completed"), (Text(difference, "code"), Text(difference, "system"), Text(difference, "document"), Text(difference, "board"), Text(difference, "after")));

        using var imported = await PostAsync(client, $"import?date=2024-07-20&number=12/VPCP-KSTT&issuer=vpcp&seq={read.GetProperty("seq")}", text);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        var answer = await RunningServer.JsonAsync(imported);
        Assert.Equal(4, answer.GetProperty("written").GetInt32());
        var lists = await _server.GetAsync("/api/v1/programmes/lien-thong/status-lists?phase=test&asOf=2024-07-20");
        Assert.Equal([1, 13, 27, 23, 3, 59], lists.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("count").GetInt32()));
        var before = await _server.GetAsync("/api/v1/programmes/lien-thong/status-lists?phase=test&asOf=2024-07-19");
        Assert.Equal([1, 12, 28, 23, 3, 59], before.GetProperty("lists").EnumerateArray().Select(l => l.GetProperty("count").GetInt32()));
        var cell = _server.Services.GetRequiredService<BoardStore>().Of("lien-thong").Find("89")!["test", "1.2"];
        Assert.Equal((Basis.Baseline, "12/VPCP-KSTT", "2024-07-20"), (cell.Basis, cell.Document!.Number, cell.Document.Date));
        var entry = _server.Services.GetRequiredService<LedgerReader>().Of("lien-thong", "provinces-63/89", "test", "1.2", new(DateTimeOffset.UtcNow, null), 1)[0];
        Assert.Equal((Text(answer, "source"), ActorKind.Import), (entry.Actor.Name, entry.Actor.Kind));
        Assert.NotNull(entry.NoteHash);
    }

    [Fact]
    public async Task File_of_ours_is_read_back_and_kept_with_the_entries_it_gave()
    {
        using var client = _server.With("monitor");
        foreach (var format in (string[])["docx", "xlsx", "csv"])
        {
            var file = await client.GetByteArrayAsync(new Uri($"/api/v1/programmes/lien-thong/status-lists.{format}?phase=test&asOf=2024-07-31", UriKind.Relative), TestContext.Current.CancellationToken);
            using var answer = await PostAsync(client, "read?date=2024-07-31", file, $"phu luc.{format}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var read = await RunningServer.JsonAsync(answer);
            Assert.True(read.GetProperty("comparison").GetProperty("agrees").GetBoolean());
            if (format != "docx") continue;
            using var imported = await PostAsync(client, $"import?phase=production&date=2024-07-31&seq={read.GetProperty("seq")}", file, "phu luc.docx");
            Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
            var entry = _server.Services.GetRequiredService<LedgerReader>().Of("lien-thong", "provinces-63/94", "production", "1.2", new(DateTimeOffset.UtcNow, null), 1)[0];
            Assert.Equal([Text(read, "hash")!], Assert.IsType<StepEvent.StatusChanged>(entry.Event).Files);
        }
    }

    [Fact]
    public async Task Any_mistake_refuses_the_whole_and_all_are_named_with_their_rows()
    {
        using var client = _server.With("monitor");
        var text = Moved(Published).Replace("Kon \nTum,", "Kon \nTom,", StringComparison.Ordinal).Replace("\n59\n", "\n58\n", StringComparison.Ordinal);
        var head = Head();
        using var answer = await PostAsync(client, $"import?date=2024-07-20&seq={head}", text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = await RunningServer.JsonAsync(answer);
        Assert.Equal("reading.mistakes", Text(problem, "code"));
        Assert.Equal(["2 baseline.unknownNear", "6 baseline.count"], problem.GetProperty("mistakes").EnumerateArray().Select(m => $"{m.GetProperty("row")} {Text(m, "code")}"));
        Assert.Equal(head, Head());
    }

    [Fact]
    public async Task Board_that_moved_between_comparison_and_approval_refuses_only_when_the_outcome_differs()
    {
        using var client = _server.With("monitor");
        var text = Moved(Published);
        var seq = (await OkAsync(client, "read?date=2024-07-20", text)).GetProperty("seq").GetInt64();
        await _server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", Change("01", "1.1", StepStatus.Reported), TestContext.Current.CancellationToken);
        await _server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", Change("89", "1.3", StepStatus.InProgress), TestContext.Current.CancellationToken);
        var head = Head();
        using var refused = await PostAsync(client, $"import?date=2024-07-20&seq={seq}", text);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var problem = await RunningServer.JsonAsync(refused);
        Assert.Equal(["01 1.1 already left", "89 1.3 written left"], problem.GetProperty("changed").EnumerateArray().Select(c => $"{Text(c, "code")} {Text(c, "step")} {Text(c, "was")} {Text(c, "now")}").Order());
        Assert.Equal(head, Head());

        seq = (await OkAsync(client, "read?date=2024-07-20", text)).GetProperty("seq").GetInt64();
        await _server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", Change("02", "3.1", StepStatus.InProgress), TestContext.Current.CancellationToken);
        using var imported = await PostAsync(client, $"import?date=2024-07-20&seq={seq}", text);
        Assert.Equal(HttpStatusCode.Created, imported.StatusCode);
        Assert.Equal(["01 1.1", "89 1.3"], (await RunningServer.JsonAsync(imported)).GetProperty("left").EnumerateArray().Select(l => $"{Text(l, "code")} {Text(l, "step")}").Order());

        using var bogus = await PostAsync(client, $"import?date=2024-07-20&seq={Head() + 1000}", text);
        Assert.Equal(HttpStatusCode.Conflict, bogus.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData("reader", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("approver", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("agency:c06", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("participant:provinces-63/92", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("monitor", HttpStatusCode.OK, HttpStatusCode.Created)]
    public async Task Everybody_known_reads_and_monitors_import(string? role, HttpStatusCode reads, HttpStatusCode imports)
    {
        using var own = role is null ? null : _server.With(role);
        var client = own ?? _server.Client;
        using var read = await PostAsync(client, "read", Published);
        using var imported = await PostAsync(client, $"import?seq={Head()}", Published);
        Assert.Equal((reads, imports), (read.StatusCode, imported.StatusCode));
    }

    [Theory]
    [InlineData("read?date=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("read?date=2099-01-01", HttpStatusCode.BadRequest)]
    [InlineData("read?phase=none", HttpStatusCode.BadRequest)]
    [InlineData("import", HttpStatusCode.BadRequest)]
    [InlineData("import?seq=many", HttpStatusCode.BadRequest)]
    [InlineData("import?seq=1&date=2099-01-01", HttpStatusCode.UnprocessableEntity)]
    public async Task Wrong_query_is_refused_before_anything_else(string query, HttpStatusCode status)
    {
        using var client = _server.With("monitor");
        using var answer = await PostAsync(client, query, Published);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Body_that_is_neither_file_nor_text_is_refused_and_a_file_of_another_kind_explained()
    {
        using var client = _server.With("reader");
        using var json = await client.PostAsync(new Uri($"{Place}/read", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        using var pdf = await PostAsync(client, "read", "%PDF-1.7"u8.ToArray(), "a.pdf");
        Assert.Equal("reading.pdf", Text((await RunningServer.JsonAsync(pdf)).GetProperty("mistakes")[0], "code"));
        using var large = await PostAsync(client, "read", new byte[6 * 1024 * 1024], "a.docx");
        Assert.Equal("reading.tooLarge", Text((await RunningServer.JsonAsync(large)).GetProperty("mistakes")[0], "code"));
    }

    /// <summary>An Giang has finished the first system: its name goes from row 3 to row 2.</summary>
    private static string Moved(string text) => text
        .Replace("\n12\n", "\n13\n", StringComparison.Ordinal).Replace("\n28\n", "\n27\n", StringComparison.Ordinal)
        .Replace("Bạc Liêu, Bắc Ninh, Bình \n", "An Giang, Bạc Liêu, Bắc Ninh, Bình \n", StringComparison.Ordinal)
        .Replace(" An Giang, Bắc Giang, \nBắc Kạn, Bến", " Bắc Giang, \nBắc Kạn, Bến", StringComparison.Ordinal);

    private static StepCommand.Change Change(string code, string step, StepStatus to)
    {
        var id = new Core.Participants.ParticipantId("provinces-63", code);
        return new(new(ActorKind.Monitor, "test", "vpcp"), new(id, "test", step), to, step == "1.1" ? 1 : 0) { Note = "test" };
    }

    private long Head() => _server.Services.GetRequiredService<BoardStore>().Of("lien-thong").Seq;

    private static JsonElement[] Lists(JsonElement read) => [.. read.GetProperty("comparison").GetProperty("lists").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<JsonElement> OkAsync(HttpClient client, string query, string text)
    {
        using var answer = await PostAsync(client, query, text);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await RunningServer.JsonAsync(answer);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string query, string text) =>
        client.PostAsync(new Uri($"{Place}/{query}", UriKind.Relative), new StringContent(text, Encoding.UTF8, "text/plain"), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string query, byte[] file, string name)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await client.PostAsync(new Uri($"{Place}/{query}", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}

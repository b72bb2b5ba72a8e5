using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>What moved between two readings, and the page of the weekly meeting, from outside.</summary>
public sealed class MovementApiTests : IAsyncLifetime
{
    private const string Programme = "/api/v1/programmes/lien-thong";
    private const string Lists = $"{Programme}/status-lists";
    private readonly RunningServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Diff_tells_the_steps_behind_with_basis_and_office_and_no_persons_name()
    {
        await CorrectAsync("02", "1.1", StepStatus.InProgress, "2024-08-03T10:00:00+07:00");
        var diff = await _server.GetAsync($"{Lists}/diff?phase=test&from=2024-07-31&to=2024-08-05");
        var name = List(diff, 3).GetProperty("added")[0];
        Assert.Equal(("02", "Hà Giang"), (name.GetProperty("code").GetString(), name.GetProperty("name").GetString()));
        var step = name.GetProperty("steps")[0];
        Assert.Equal(("1.1", "notStarted", "inProgress", "correction"), (Text(step, "step"), Text(step, "from"), Text(step, "to"), Text(step, "basis")));
        Assert.Equal("2024-08-03T10:00:00+07:00", Text(step, "since"));
        Assert.Equal("vpcp", Text(step.GetProperty("by"), "name"));
        Assert.DoesNotContain("nguoi.dung.thu", diff.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(name.GetProperty("entries").GetRawText(), step.GetProperty("entries").GetRawText());
        Assert.True(Assert.Single(diff.GetProperty("participants").EnumerateArray()).GetProperty("listed").GetBoolean());
        Assert.Equal("02", List(diff, 4).GetProperty("removed")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Diff_of_one_day_known_at_two_instants_is_explained_by_what_was_recorded_late()
    {
        var known = Uri.EscapeDataString(_server.Services.GetRequiredService<DomainClock>().Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        var seq = await CorrectAsync("02", "1.1", StepStatus.InProgress, "2024-08-03T10:00:00+07:00", later: true);
        var diff = await _server.GetAsync($"{Lists}/diff?phase=test&from=2024-08-05&fromKnownOn={known}&to=2024-08-05");
        Assert.Equal([seq], List(diff, 3).GetProperty("added")[0].GetProperty("entries").EnumerateArray().Select(e => e.GetInt64()));
        var same = await _server.GetAsync($"{Lists}/diff?phase=test&from=2024-08-05&fromKnownOn={known}&to=2024-08-05&toKnownOn={known}");
        Assert.All(same.GetProperty("lists").EnumerateArray(), l => Assert.Empty(l.GetProperty("added").EnumerateArray()));
        Assert.Empty(same.GetProperty("participants").EnumerateArray());
        Assert.NotNull(Text(same, "toKnownOn"));
    }

    [Fact]
    public async Task Row_that_became_known_is_explained_by_the_source()
    {
        var diff = await _server.GetAsync($"{Lists}/diff?phase=test&from=2024-06-01&to=2024-07-15");
        var waiting = List(diff, 6).GetProperty("added");
        Assert.Equal(59, waiting.GetArrayLength());
        Assert.All(waiting.EnumerateArray(), n => Assert.NotEmpty(n.GetProperty("entries").EnumerateArray()));
    }

    [Theory]
    [InlineData("status-lists/diff", "from")]
    [InlineData("status-lists/diff?from=x", "from")]
    [InlineData("status-lists/diff?from=2024-07-15&to=9999-01-01", "to")]
    [InlineData("status-lists/diff?from=2024-07-15&fromKnownOn=x", "fromKnownOn")]
    [InlineData("status-lists/changes.docx?from=2024-07-15&toKnownOn=9999-01-01", "toKnownOn")]
    [InlineData("weekly.docx?since=x", "since")]
    [InlineData("weekly.docx?since=2024-08-01&asOf=2024-07-20", "since")]
    public async Task Wrong_reading_is_refused_by_the_name_of_its_word(string path, string parameter)
    {
        using var answer = await _server.Client.GetAsync(new Uri($"{Programme}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(parameter, (await RunningServer.JsonAsync(answer)).GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status-lists/changes.docx?from=2024-07-10&to=2024-07-20", "lien-thong-test-changes-2024-07-10-2024-07-20.docx")]
    [InlineData("status-lists/changes.html?from=2024-07-10", null)]
    [InlineData("weekly.xlsx?asOf=2024-08-05&phase=production", "lien-thong-production-weekly-2024-08-05.xlsx")]
    [InlineData("weekly.html?since=2024-07-10", null)]
    public async Task Documents_come_in_the_formats_there_are(string path, string? file)
    {
        using var answer = await _server.Client.GetAsync(new Uri($"{Programme}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (file is not null) Assert.Equal(file, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var unknown = await _server.Client.GetAsync(new Uri($"{Programme}/weekly.odt", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Changes_as_csv_name_everyone_who_moved()
    {
        var bytes = await _server.Client.GetByteArrayAsync(new Uri($"{Lists}/changes.csv?from=2024-07-10&to=2024-07-15", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("number,title,before,after,change,code,name,entries", lines[0]);
        Assert.Equal(11 + 28 + 23 + 3 + 59, lines.Length - 1);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("changes.html")]
    public async Task Reading_may_be_named_by_an_issued_publication_and_no_other(string path)
    {
        using var caller = new PublicationCaller(_server);
        var (issued, _) = await caller.AtAsync("issued");
        var (draft, _) = await caller.AtAsync("submitted");
        using var found = await _server.Client.GetAsync(new Uri($"{Lists}/{path}?phase=test&from=publication:{issued}&to=publication:{issued}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        foreach (var (query, parameter) in ((string, string)[])
        [
            ($"from=publication:{draft}", "from"), ("from=publication:999", "from"), ("from=publication:x", "from"), ("from=publication:", "from"),
            ($"from=2024-07-15&to=publication:{draft}", "to"), ($"phase=production&from=publication:{issued}", "from"),
        ])
        {
            using var answer = await caller.Monitor.GetAsync(new Uri($"{Lists}/{path}?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
            var problem = await RunningServer.JsonAsync(answer);
            Assert.Equal((HttpStatusCode.BadRequest, "query.unknown", parameter), (answer.StatusCode, Text(problem, "code"), Text(problem, "parameter")));
        }
    }

    [Fact]
    public async Task Diff_from_a_publication_counts_what_was_recorded_after_it_was_submitted()
    {
        using var caller = new PublicationCaller(_server);
        var (issued, _) = await caller.AtAsync("issued");
        var seq = await CorrectAsync("02", "1.1", StepStatus.InProgress, "2024-07-20T10:00:00+07:00", later: true);
        var diff = await _server.GetAsync($"{Lists}/diff?phase=test&from=publication:{issued}");
        Assert.Equal("2024-07-31T23:59:59.999+07:00", Text(diff, "from"));
        Assert.NotNull(Text(diff, "fromKnownOn"));
        Assert.Equal([seq], List(diff, 3).GetProperty("added")[0].GetProperty("entries").EnumerateArray().Select(e => e.GetInt64()));
        Assert.Empty(List(await _server.GetAsync($"{Lists}/diff?phase=test&from=2024-07-31"), 3).GetProperty("added").EnumerateArray());
        Assert.Contains("publication:ID", (await _server.GetAsync("/openapi/v1.json")).GetRawText(), StringComparison.Ordinal);
    }

    private async Task<long> CorrectAsync(string code, string step, StepStatus to, string at, bool later = false)
    {
        var clock = _server.Services.GetRequiredService<DomainClock>();
        // What is recorded within the same millisecond would be known already.
        if (later) for (var now = clock.Now; clock.Now.ToUnixTimeMilliseconds() == now.ToUnixTimeMilliseconds();) await Task.Yield();
        var board = _server.Services.GetRequiredService<BoardStore>().Of("lien-thong");
        var row = board.Find(code)!;
        var command = new StepCommand.Change(
            new(ActorKind.Monitor, "nguoi.dung.thu", "vpcp"), new(row.Participant.Id, "test", step), to, row["test", step].Version)
        { Note = "test", At = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) };
        var recorded = await _server.Services.GetRequiredService<StepRecorder>().RecordAsync("lien-thong", command, TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
        return _server.Services.GetRequiredService<BoardStore>().Of("lien-thong").Seq;
    }

    private static JsonElement List(JsonElement diff, int number) => diff.GetProperty("lists").EnumerateArray().Single(l => l.GetProperty("number").GetInt32() == number);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Contacts;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>The ledger as files: the page's filters, names and notes only for those who are known, contacts for nobody.</summary>
public sealed class ActivityFilesTests
{
    private const string Note = "Chờ kinh phí quý III";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Public_gets_neither_names_nor_notes_and_those_known_get_both()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await ReportAsync(server, "94");
        var open = await LinesAsync(server.Client, "/activity.csv?participant=94&kind=status");
        Assert.DoesNotContain("person", open[0], StringComparison.Ordinal);
        Assert.DoesNotContain(open, l => l.Contains(Note, StringComparison.Ordinal) || l.Contains("nguoi-94", StringComparison.Ordinal));
        using var reader = server.With("reader");
        var known = await LinesAsync(reader, "/activity.csv?participant=94&kind=status");
        Assert.EndsWith(",person,note", known[0], StringComparison.Ordinal);
        Assert.EndsWith($",Sở Tư pháp,nguoi-94,{Note}", known[1], StringComparison.Ordinal);
        Assert.Equal(open.Count, known.Count);
    }

    [Fact]
    public async Task File_holds_every_entry_of_its_filter_newest_first_under_a_head()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await ReportAsync(server, "94");
        var all = await LinesAsync(server.Client, "/activity.csv");
        var seqs = all.Skip(1).Select(l => long.Parse(l.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.StartsWith("\uFEFFseq,at,recordedAt,code,participant,phase,step,kind,from,to,", all[0], StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(i => (long)i).Reverse(), seqs);
        Assert.Equal(2, (await LinesAsync(server.Client, "/activity.csv?basis=report")).Count);
        Assert.Equal(2, (await LinesAsync(server.Client, "/activity.csv?basis=report&before=1")).Count);
    }

    [Fact]
    public async Task Contacts_are_in_no_file()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        server.Services.GetRequiredService<ContactBook>().Replace(
            "lien-thong", ContactOwner.Of(new Core.Participants.ParticipantId("provinces-63", "94")), [new(null, "Người Riêng Tư", "", "0009990009", "")], "x");
        using var reader = server.With("monitor");
        Assert.DoesNotContain("0009990009", await reader.GetStringAsync(new Uri("/activity.csv", UriKind.Relative), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spreadsheet_opens_with_the_same_entries()
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        await ReportAsync(server, "94");
        using var answer = await server.Client.GetAsync(new Uri("/activity.xlsx?basis=report", UriKind.Relative), Token);
        Assert.Equal(("attachment", HttpStatusCode.OK), (answer.Content.Headers.ContentDisposition?.DispositionType, answer.StatusCode));
        using var package = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync(Token));
        Assert.Contains(package.Entries, e => e.FullName == "xl/worksheets/sheet2.xml");
    }

    [Theory]
    [InlineData("participant=99", "participant")]
    [InlineData("step=9.9", "step")]
    [InlineData("kind=x", "kind")]
    [InlineData("basis=x", "basis")]
    [InlineData("from=01/08/2024", "from")]
    [InlineData("to=2024-02-30", "to")]
    [InlineData("from=2024-08-02&to=2024-08-01", "from")]
    [InlineData("person=nguoi-94", "person")]
    [InlineData("phase=x", "phase")]
    [InlineData("programme=x", "programme")]
    public async Task Wrong_filter_is_refused_by_name(string query, string parameter)
    {
        await using var server = new RunningServer();
        await server.InitializeAsync();
        using var answer = await server.Client.GetAsync(new Uri($"/activity.csv?{query}", UriKind.Relative), Token);
        Assert.Equal(parameter == "programme" ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, (await RunningServer.JsonAsync(answer)).GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Who_reads_only_ones_own_gets_only_that()
    {
        var item = DataFiles.ReadAll(Repository.Data()).Catalog!.All[0];
        await using var server = new RunningServer { PublicRead = false, Catalog = new([item with { Programme = item.Programme with { Reading = ReadingScope.Own } }]) };
        await server.InitializeAsync();
        await ReportAsync(server, "94");
        await ReportAsync(server, "92");
        using var own = server.With("participant:provinces-63/94");
        using var agency = server.With("agency:c06");
        var lines = await LinesAsync(own, "/activity.csv");
        Assert.Contains(",94,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
        Assert.Equal(3, (await LinesAsync(agency, "/activity.csv")).Count);
        using var other = await own.GetAsync(new Uri("/activity.csv?participant=92", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
    }

    [Fact]
    public async Task Closed_server_gives_nobody_a_file()
    {
        await using var server = new RunningServer { PublicRead = false };
        await server.InitializeAsync();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var nobody = new HttpClient(handler) { BaseAddress = server.Client.BaseAddress };
        using var answer = await nobody.GetAsync(new Uri("/activity.csv", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task ReportAsync(RunningServer server, string code)
    {
        var id = new Core.Participants.ParticipantId("provinces-63", code);
        var actor = new Actor(ActorKind.Participant, $"nguoi-{code}", Participant: id, Office: "Sở Tư pháp");
        var version = server.Services.GetRequiredService<BoardStore>().Of("lien-thong")[id]["production", "1.1"].Version;
        var recorded = await server.Services.GetRequiredService<StepRecorder>().RecordAsync(
            "lien-thong", new StepCommand.Change(actor, new(id, "production", "1.1"), StepStatus.InProgress, version) { Note = Note }, Token);
        Assert.Null(recorded.Refusal);
    }

    private static async Task<List<string>> LinesAsync(HttpClient client, string path)
    {
        var bytes = await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Token);
        return [.. System.Text.Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n")];
    }
}

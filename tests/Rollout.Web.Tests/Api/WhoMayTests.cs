using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Api;

/// <summary>Who may do what with files, addresses, drafts and removals, cell by cell: mandate by action, on one participant (92).</summary>
public sealed class WhoMayTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Own = "provinces-63/92";

    [Theory]
    //                                              upload fetch  read  write  draft  prepare drop  note  file
    [InlineData("monitor", 201, 200, 200, 403, 403, 403, 403, 403, 403)]
    [InlineData("agency:c06", 201, 200, 200, 403, 403, 403, 403, 403, 403)]
    [InlineData("agency:elsewhere", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("participant:" + Own, 201, 200, 200, 200, 200, 200, 204, 403, 403)]
    [InlineData("participant:provinces-63/01," + Own, 201, 200, 200, 200, 200, 200, 204, 403, 403)]
    [InlineData("participant:provinces-63/01", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("participant:provinces-34/92", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("vendor:" + Own, 201, 200, 200, 403, 200, 200, 204, 403, 403)]
    [InlineData("vendor:provinces-63/01", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("approver", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("reader", 403, 200, 403, 403, 403, 403, 403, 403, 403)]
    [InlineData("admin", 403, 200, 200, 200, 403, 403, 403, 204, 204)]
    [InlineData(null, 401, 401, 401, 401, 401, 401, 401, 401, 401)]
    public async Task Mandate_may_do_what_the_table_says(
        string? role, int upload, int fetch, int readAddresses, int writeAddresses, int readDraft, int prepare, int drop, int removeNote, int removeFile)
    {
        var (seq, hash) = await EntryAsync();
        using var client = role is null ? new HttpClient { BaseAddress = server.Client.BaseAddress } : server.With(role);
        var cell = Caller.Cell("92");
        const string Reason = """{ "reason": "Dữ liệu cá nhân" }""";

        Assert.Equal(upload, await StatusAsync(client.UploadAsync("92", (Sheets.Pdf(Guid.NewGuid().ToString()), "a.pdf"))));
        Assert.Equal(fetch, await StatusAsync(client.SendAsync(HttpMethod.Get, $"{cell}/files/{hash}")));
        Assert.Equal(readAddresses, await StatusAsync(client.SendAsync(HttpMethod.Get, $"{Caller.Root}/92/endpoints")));
        Assert.Equal(writeAddresses, await StatusAsync(client.SendAsync(HttpMethod.Put, $"{Caller.Root}/92/endpoints", "[]")));
        Assert.Equal(readDraft, await StatusAsync(client.SendAsync(HttpMethod.Get, $"{cell}/draft")));
        Assert.Equal(prepare, await StatusAsync(client.SendAsync(HttpMethod.Put, $"{cell}/draft", """{ "note": "Đã xong" }""")));
        Assert.Equal(drop, await StatusAsync(client.SendAsync(HttpMethod.Delete, $"{cell}/draft")));
        Assert.Equal(removeNote, await StatusAsync(client.SendAsync(HttpMethod.Post, $"/api/v1/programmes/lien-thong/ledger/{seq}/note/removal", Reason)));
        Assert.Equal(removeFile, await StatusAsync(client.SendAsync(HttpMethod.Post, $"{cell}/files/{hash}/removal", Reason)));
    }

    /// <summary>A comment of the province with a file, and a draft that waits.</summary>
    private async Task<(long Seq, string Hash)> EntryAsync()
    {
        var key = new StepKey(new("provinces-63", "92"), "test", "1.1");
        var file = (await Get<FileStore>().SaveAsync(new MemoryStream(Sheets.Pdf(Guid.NewGuid().ToString())), "a.pdf", TestContext.Current.CancellationToken)).File!;
        var actor = new Actor(ActorKind.Participant, "tinh", Participant: key.Participant);
        var recorded = await Get<StepRecorder>().RecordAsync(
            "lien-thong", new StepCommand.Comment(actor, key, Guid.NewGuid().ToString(), [new(file.Hash, "a.pdf")]), TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
        Get<Drafts>().Put(new("lien-thong", key, "nha-thau", TimeProvider.System.GetUtcNow()) { Note = "Bản nháp" });
        return (recorded.Entries[0].Seq, file.Hash);
    }

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> sending) => (await sending.SaidAsync()).Status;

    private T Get<T>() where T : notnull => server.Services.GetRequiredService<T>();
}

using System.Net;
using Rollout.Core.Programmes;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Accounts;

/// <summary>A programme may say that a participant sees only itself (<c>reading: own</c>): in the API and on the pages alike.</summary>
public sealed class ReadingOwnTests
{
    private static readonly string[] Whole = ["/", "/lists", "/board", "/participants", "/participants/92", "/weekly", "/figures", "/measures", "/api/v1/programmes/lien-thong/measures", "/lists/changes?from=2024-07-31", "/api/v1/programmes/lien-thong/figures", "/api/v1/programmes/lien-thong/figures.csv", "/api/v1/programmes/lien-thong/weekly.docx", "/api/v1/programmes/lien-thong/status-lists/diff?from=2024-07-31", "/api/v1/programmes/lien-thong/status-lists/changes.csv?from=2024-07-31", "/api/v1/programmes/lien-thong/board", "/api/v1/programmes/lien-thong/ledger", "/api/v1/programmes/lien-thong/participants/92"];

    private static readonly string[] Own = ["/participants/94", "/inbox", "/api/v1/programmes/lien-thong/participants/94"];

    [Fact]
    public async Task Contact_sees_its_own_participant_and_nobody_elses()
    {
        await using var server = new RunningServer { PublicRead = false, Catalog = OwnCatalog() };
        await server.InitializeAsync();
        foreach (var mandate in new[] { "participant:provinces-63/94", "vendor:provinces-63/94" })
        {
            using var contact = server.With(mandate);
            foreach (var path in Whole) Assert.Equal((path, HttpStatusCode.Forbidden), (path, await StatusAsync(contact, path)));
            foreach (var path in Own) Assert.Equal((path, HttpStatusCode.OK), (path, await StatusAsync(contact, path)));
        }
        using var agency = server.With("agency:c06");
        foreach (var path in Whole.Concat(Own)) Assert.Equal((path, HttpStatusCode.OK), (path, await StatusAsync(agency, path)));
    }

    private static ProgrammeCatalog OwnCatalog() => new([.. DataFiles.ReadAll(Repository.Data()).Catalog!.All.Select(i => i with { Programme = i.Programme with { Reading = ReadingScope.Own } })]);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The report that a vendor prepares and an office submits: nobody else sees it.</summary>
internal static class DraftsApi
{
    private const string Example = """
        {
          "note": "Đã xây dựng xong API tiếp nhận hồ sơ", "at": "2024-08-01",
          "document": { "number": "12/BC-STTTT", "issuer": "Sở Thông tin và Truyền thông", "date": "2024-08-01" },
          "files": [{ "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "name": "bao-cao.pdf" }]
        }
        """;

    public static void MapDrafts(this RouteGroupBuilder api)
    {
        api.MapGet(CellRoute.Cell + "/draft", Read).WithSummary("The report that waits for the office to submit it");
        api.MapPut(CellRoute.Cell + "/draft", Put).WithSummary("Prepares a report for the office to submit; one a step").WithMetadata(new SignedInOnly()).WithJson<DraftBody>(Example);
        api.MapDelete(CellRoute.Cell + "/draft", Delete).WithSummary("Drops the prepared report");
    }

    private static IResult Read(HttpContext http, Drafts drafts, FileStore files, LiveAccess access, Texts texts)
    {
        var (cell, _, refused) = Ask(http, access, texts);
        if (refused is not null) return refused;
        return drafts.Find(http.View().Programme.Key, cell) is { } draft ? Answer(draft, files) : Problems.Unknown("draft", "", [], texts);
    }

    private static IResult Put(HttpContext http, DraftDesk desk, Drafts drafts, FileStore files, Texts texts)
    {
        var body = http.Body<DraftBody>();
        var (cell, unknown) = http.CellOf(texts);
        if (unknown is not null) return unknown;
        var programme = http.View().Programme;
        var refusal = desk.Put(http.User, programme.Key, cell, (author, written) => new(programme.Key, cell, author, written)
        {
            Note = body.Note?.Trim() ?? "",
            At = HanoiTime.TryReadSince(body.At, out var since) ? since : null,
            Document = body.Document?.Reference,
            Files = [.. FileBody.References(body.Files)],
        });
        if (refusal is not null) return Problems.Of(refusal, programme, texts);
        return Answer(drafts.Find(programme.Key, cell)!, files);
    }

    private static IResult Delete(HttpContext http, Drafts drafts, LiveAccess access, Texts texts)
    {
        var (cell, _, refused) = Ask(http, access, texts);
        if (refused is not null) return refused;
        drafts.Delete(http.View().Programme.Key, cell);
        return TypedResults.NoContent();
    }

    private static (StepKey Cell, Person? Person, ProblemHttpResult? Refused) Ask(HttpContext http, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return (default, null, Problems.SignIn(texts));
        var (cell, unknown) = http.CellOf(texts);
        if (unknown is not null) return (default, null, unknown);
        return person.Mandate.MayDraft(cell.Participant) ? (cell, person, null) : (default, null, Problems.Forbidden(texts));
    }

    private static Ok<object> Answer(ReportDraft draft, FileStore files) => TypedResults.Ok<object>(new
    {
        draft.Author,
        draft.UpdatedAt,
        draft.Note,
        draft.At,
        draft.Document,
        Files = draft.Files.Select(f => (Reference: f, File: files.Find(f.Hash))).Where(f => f.File is not null)
            .Select(f => new { f.Reference.Hash, f.Reference.Name, f.File!.Size, f.File.MediaType, Removed = f.File.Removal is not null }).ToImmutableArray(),
    });
}

using System.Globalization;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>An administrator takes a note or a file away with a reason; the ledger's hashes stay.</summary>
internal static class RemovalsApi
{
    private const string Example = """{ "reason": "Dữ liệu cá nhân của công dân" }""";

    public static void MapRemovals(this RouteGroupBuilder api)
    {
        api.MapPost("/programmes/{programme}/ledger/{seq}/note/removal", Note)
            .WithSummary("Removes the text of an entry's note for good (administrators)").WithMetadata(new SignedInOnly()).WithJson<RemovalBody>(Example);
        api.MapPost(CellRoute.Cell + "/files/{hash}/removal", File)
            .WithSummary("Removes a file for good (administrators)").WithMetadata(new SignedInOnly()).WithJson<RemovalBody>(Example);
    }

    private static IResult Note(HttpContext http, ContentRemoval removal, LedgerReader ledger, LiveAccess access, Texts texts, string seq)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var entry = long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? ledger.After(http.View().Programme.Key, number - 1, 1).FirstOrDefault(e => e.Seq == number) : null;
        if (entry?.NoteHash is not { } hash) return Problems.Unknown("seq", seq, [], texts);
        return removal.RemoveNote(person, hash, http.Body<RemovalBody>().Reason, http.Address()) is { } refusal ? Problems.Of(refusal, http.View().Programme, texts) : TypedResults.NoContent();
    }

    private static IResult File(HttpContext http, ContentRemoval removal, FileStore files, LiveAccess access, Texts texts, string hash)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        var (cell, unknown) = http.CellOf(texts);
        if (unknown is not null) return unknown;
        if (files.Of(http.View().Programme.Key, cell, hash) is null) return Problems.Unknown("hash", hash, [], texts);
        return removal.RemoveFile(person, hash, http.Body<RemovalBody>().Reason, http.Address()) is { } refusal ? Problems.Of(refusal, http.View().Programme, texts) : TypedResults.NoContent();
    }
}

using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Guarding;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Files: brought first, named in a report or comment then, and fetched where an entry names them.</summary>
internal static class FilesApi
{
    public static void MapFiles(this RouteGroupBuilder api)
    {
        api.MapPost(CellRoute.Participant + "/files", Upload)
            .WithSummary("Brings files (pdf, docx, xlsx, png, jpg; 10 MB each); a report or comment then names their hashes").WithFileBody().WithMetadata(new SignedInOnly(), new BodyLimitAttribute(UploadReading.MostBytes));
        api.MapGet(CellRoute.Cell + "/files/{hash}", Download).WithSummary("A file that an entry of the step names").WithMetadata(new SignedInOnly());
    }

    private static async Task<IResult> Upload(HttpContext http, FileStore files, LiveAccess access, Texts texts)
    {
        var boundary = UploadReading.Boundary(http.Request);
        if (boundary is null) return Problems.Unreadable("Content-Type", texts, "multipart/form-data");
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        if (!person.Mandate.MayAttach(http.View().Programme, http.ParticipantOf())) return Problems.Forbidden(texts);
        var (kept, problem) = await UploadReading.ReadAsync(http, boundary, files, texts);
        if (problem is not null) return problem;
        return TypedResults.Json<object>(kept.Select(f => new { f.File!.Hash, f.Name, f.File.Size, f.File.MediaType }), statusCode: StatusCodes.Status201Created);
    }

    private static IResult Download(HttpContext http, FileStore files, LiveAccess access, Texts texts, string hash)
    {
        if (access.Now(http.User) is null) return Problems.SignIn(texts);
        var (cell, unknown) = http.CellOf(texts);
        if (unknown is not null) return unknown;
        if (files.Of(http.View().Programme.Key, cell, hash) is not { } attached) return Problems.Unknown("hash", hash, [], texts);
        if (attached.File.Removal is { } removal)
            return Problems.Of(
                StatusCodes.Status410Gone, "content.removed", texts["file.removedBecause", removal.Because], texts, ("reason", removal.Because), ("removedAt", removal.At));
        if (files.Open(hash) is not { } content) return Problems.Unknown("hash", hash, [], texts);
        FileAnswer.Guard(http.Response, attached.Name);
        return TypedResults.Stream(content, attached.File.MediaType);
    }
}

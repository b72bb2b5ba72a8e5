using Rollout.Core.Publications;
using Rollout.Core.Reports;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Publishing;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>
/// The documents of publications: of an issued one the bytes that were kept when it was issued, of one on its way what it would print now, its
/// blanks left blank.
/// </summary>
internal static class PublicationFiles
{
    public static void MapPublicationFiles(this RouteGroupBuilder api)
    {
        api.MapGet(PublicationsApi.One + ".{format}", Document)
            .WithSummary("A publication as a document: the kept bytes of an issued one (docx, xlsx, csv, html, json, and pdf where a browser printed it), a preview of another").WithBoardQuery();
        api.MapGet(PublicationsApi.One + "/signed", Signed).WithSummary("The signed letter that counts").WithMetadata(new SignedInOnly());
    }

    private static IResult Document(HttpContext http, PublicationCalls calls, FileStore files, ReportDownload download, Texts texts, string format)
    {
        var (view, problem) = calls.Find(http);
        if (problem is not null) return problem;
        var publication = view!.Publication;
        if (publication.Letter is { } letter)
            return letter.Files.FirstOrDefault(f => string.Equals(f.Format, format, StringComparison.OrdinalIgnoreCase)) is { } file
                ? Kept(http, files, file, texts) : Problems.Unknown("format", format, letter.Files.Select(f => f.Format), texts);
        if (format == EditionPrinting.Json) return TypedResults.Text(CanonicalContent.Write(view.Content), "application/json");
        return download.Send(http, format, $"{publication.Programme}-{publication.Plan.Phase}-draft-{publication.Id}", () => AppendixReport.Of(view.Content, null, default));
    }

    private static IResult Signed(HttpContext http, PublicationCalls calls, FileStore files, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is null) return Problems.SignIn(texts);
        var (view, problem) = calls.Find(http);
        if (problem is not null) return problem;
        return view!.Publication.SignedFile is { } file ? Kept(http, files, file, texts) : Problems.Unknown("signed", "", [], texts);
    }

    private static IResult Kept(HttpContext http, FileStore files, PublishedFile file, Texts texts)
    {
        if (files.Find(file.Hash) is not { } stored || files.Open(file.Hash) is not { } content) return Problems.Unknown("hash", file.Hash, [], texts);
        FileAnswer.Guard(http.Response, file.Name);
        return TypedResults.Stream(content, stored.MediaType);
    }
}

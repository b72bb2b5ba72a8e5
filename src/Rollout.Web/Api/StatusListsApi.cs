using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>The status lists: as JSON and as documents.</summary>
internal static class StatusListsApi
{
    public static void MapStatusLists(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/status-lists", (HttpContext http, StatusListsBytes bytes) => bytes.WriteAsync(http))
            .WithSummary("The status lists of a phase (Appendix I)").WithBoardQuery();
        api.MapGet("/programmes/{programme}/status-lists.{format}", Download)
            .WithSummary("The status lists as a document: docx, xlsx, csv, json, html, pdf").WithBoardQuery();
    }

    private static IResult Download(HttpContext http, ReportDownload download, DocumentReading documents, string format)
    {
        var view = http.View();
        return download.Send(http, format, $"{view.Programme.Key}-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => documents.Appendix(view));
    }
}

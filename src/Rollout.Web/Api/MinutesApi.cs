using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The minutes of a step's test as a Word file: addresses only for those who may see them.</summary>
internal static class MinutesApi
{
    public static void MapMinutes(this RouteGroupBuilder api) =>
        api.MapGet(CellRoute.Cell + "/minutes.docx", Download).WithSummary("The minutes of a step's test, filled from results and the ledger").WithBoardQuery();

    private static IResult Download(HttpContext http, MinutesReading minutes, LiveAccess access, ReportDownload download, Texts texts)
    {
        var (cell, unknown) = http.CellOf(texts);
        if (unknown is not null) return unknown;
        var view = http.View();
        var sees = access.Now(http.User)?.Mandate.MayReadAddresses(view.Programme, cell.Participant) == true;
        if (minutes.Of(view, cell, sees) is not { } document)
            return Problems.Unknown("minutes", cell.Step, view.Programme.Steps.Where(s => s.Minutes).Select(s => s.Key), texts);
        return download.Send(http, "docx", $"{view.Programme.Key}-{cell.Participant.Code}-{cell.Phase}-{cell.Step}-{view.AsOf:yyyy-MM-dd}", () => document);
    }
}

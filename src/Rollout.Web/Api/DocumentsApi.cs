using Rollout.Core.Steps;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The documents beside Appendix I: the progress report, Appendix II of a participant, the letter that reminds. A programme without their words has none of them.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/progress.{format}", Progress).WithSummary("The progress report as docx, xlsx, csv, json, html, pdf").WithBoardQuery();
        api.MapGet("/programmes/{programme}/participants/{code}/appendix.{format}", Checklist)
            .WithSummary("A participant's checklist with its states (Appendix II) as docx, xlsx, csv, json, html, pdf").WithBoardQuery();
        api.MapGet("/programmes/{programme}/reminder.{format}", Remind).WithMetadata(new SignedInOnly(), new ReminderQueryCheck())
            .WithSummary("The letter that reminds those who have not completed; what waits on an agency is asked of that agency").WithBoardQuery().WithQuery([.. ReminderQuery.Words]);
    }

    private static IResult Progress(HttpContext http, ReportDownload download, DocumentReading documents, Texts texts, string format)
    {
        var view = http.View();
        return view.Programme.Progress is { } form
            ? download.Send(http, format, $"{view.Programme.Key}-progress-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => documents.Progress(view, form))
            : Problems.Unknown("document", "progress", [], texts);
    }

    private static IResult Checklist(HttpContext http, ReportDownload download, DocumentReading documents, Texts texts, string code, string format)
    {
        var view = http.View();
        return view.Programme.Checklist is { } form
            ? download.Send(http, format, $"{view.Programme.Key}-{code}-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => documents.Checklist(view, form, view.Board.Find(code)!))
            : Problems.Unknown("document", "appendix", [], texts);
    }

    private static IResult Remind(HttpContext http, ReportDownload download, LiveAccess access, DomainClock clock, Texts texts, string format)
    {
        var view = http.View();
        if (view.Programme.Letter is not { } form) return Problems.Unknown("document", "reminder", [], texts);
        var (wish, mistakes) = ReminderQuery.Read(view, form, name => http.Request.Query[name], clock.Now);
        if (wish is null) return Problems.Of(mistakes[0], texts);
        if (access.Now(http.User)?.Mandate.Kind != ActorKind.Monitor) return Problems.Forbidden(texts);
        return download.Send(http, format, $"{view.Programme.Key}-reminder-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => DocumentReading.Reminder(form, wish));
    }
}

using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The status lists: as JSON, compared between two instants, and as documents.</summary>
internal static class StatusListsApi
{
    public static void MapStatusLists(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/status-lists", (HttpContext http, StatusListsBytes bytes) => bytes.WriteAsync(http))
            .WithSummary("The status lists of a phase (Appendix I)").WithBoardQuery();
        api.MapGet("/programmes/{programme}/status-lists/diff", Compare).WithSummary("Who joined and who left each list between two instants");
        api.MapGet("/programmes/{programme}/status-lists.{format}", Download)
            .WithSummary("The status lists as a document: docx, xlsx, csv, json, html, pdf").WithBoardQuery();
    }

    private static IResult Compare(HttpContext http, BoardReading reading, LedgerReader ledger, Texts texts, string? from = null, string? to = null)
    {
        var view = http.View();
        string?[] given = [from, to];
        var views = new BoardView[2];
        for (var i = 0; i < given.Length; i++)
        {
            if (i == 0 && string.IsNullOrEmpty(from)) return Problems.Of(new("from", "instant", "", ["2024-07-15"], NotFound: false), texts);
            var (found, mistake) = reading.Read(view.Programme.Key, view.Phase.Key, given[i], null);
            if (mistake is not null) return Problems.Of(mistake with { Parameter = i == 0 ? "from" : "to" }, texts);
            views[i] = found!;
        }
        var diff = StatusListDiff.Between(Lists(views[0]), Lists(views[1]));
        return TypedResults.Ok(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            From = views[0].AsOf,
            To = views[1].AsOf,
            Lists = diff.Lists.Select(l => new
            {
                l.Definition.Number,
                Title = Texts.Of(l.Definition.Title),
                Added = l.Added.Select(p => Named(l, p)),
                Removed = l.Removed.Select(p => Named(l, p)),
            }),
        });

        object Named(StatusListChange list, Participant p) => new { p.Code, p.Name, Entries = Explaining(list, p).Order() };

        // Changes of status between the two instants, in the parts of the systems that the row's rule speaks of.
        IEnumerable<long> Explaining(StatusListChange list, Participant p) =>
            from entry in ledger.Of(view.Programme.Key, $"{p.Id}", view.Phase.Key, null, views[1].AsOf, 1000)
            where entry.At > views[0].AsOf && entry.Event is StepEvent.StatusChanged && view.Programme.FindStep(entry.Step) is { } step
                && view.Programme.PartOf(step).System is { } system && list.Definition.Where.ContainsKey(system)
            select entry.Seq;
    }

    private static IResult Download(HttpContext http, ReportDownload download, DocumentReading documents, string format)
    {
        var view = http.View();
        return download.Send(http, format, $"{view.Programme.Key}-{view.Phase.Key}-{view.AsOf:yyyy-MM-dd}", () => documents.Appendix(view));
    }

    private static StatusLists Lists(BoardView view) => StatusLists.Of(view.Board, view.Phase.Key, view.AsOf);
}

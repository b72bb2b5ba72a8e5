using Microsoft.AspNetCore.Http.HttpResults;
using Rollout.Core.Boards;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Measuring;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What is counted per participant and period: read, ranked, compared, and stated one by one. Tables of figures are in <see cref="FigureSheetsApi"/>.</summary>
internal static class MeasuresApi
{
    /// <summary>Below a programme.</summary>
    public const string Place = "/programmes/{programme}/measures";

    private const int MostHistory = 1000;

    public static void MapMeasures(this RouteGroupBuilder api)
    {
        api.MapGet(Place, All).WithSummary("The measures with their totals, and what documents say of the whole beside what is counted").WithBoardQuery();
        api.MapGet(Place + "/{measure}", One).WithMetadata(new MeasureQuery(several: false))
            .WithSummary("A measure: everybody's figure of a period in order, those without one named apart, how each went from period to period, and what differs from an earlier reading")
            .WithBoardQuery().WithQuery(MeasureQuery.Ranked);
        api.MapGet(CellRoute.Participant + "/figures", Own).WithSummary("A participant's figures, and who stated, corrected or took back what, newest first").WithBoardQuery();
        api.MapPost(Place + "/{measure}/figures", StateAsync).WithMetadata(new SignedInOnly(), new ReadableUnderOwn())
            .WithSummary("States a participant's figure; another one for the same period is a correction with its reason, null takes it back")
            .WithJson<FigureBody>("""{"code":"96","from":"2025-07-01","to":"2025-10-28","value":44.47,"version":0,"note":"Theo báo cáo quý","document":{"number":"12/STP","issuer":"Sở Tư pháp","date":"2025-11-03"}}""");
    }

    private static Ok<object> All(HttpContext http, PublishedReading published)
    {
        var view = http.View();
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            Measures = view.Programme.Measures.Select(m => MeasureAnswers.Summary(view.Board, m)),
            Published = published.Of(view).Select(MeasureAnswers.Published),
        });
    }

    private static IResult One(HttpContext http, string measure, MovementReading movement, PublishedReading published, Texts texts)
    {
        var (view, query) = (http.View(), http.Request.Query);
        var (before, mistake) = string.IsNullOrEmpty(query["since"]) ? (null, null) : movement.One(view, query["since"], query["sinceKnownOn"], "since");
        if (mistake is { NotFound: false }) return Problems.Of(mistake, texts);
        if (view.Programme.FindMeasure(measure) is not { } definition) return Unknown(view, measure, texts);
        if (mistake is not null) return Problems.Of(mistake, texts);
        var ranking = Ranking.Of(view.Board, definition, MeasureQuery.Period(query), MeasureQuery.Order(query));
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            view.KnownOn,
            Measure = MeasureAnswers.Definition(definition),
            Period = MeasureAnswers.Period(ranking.Period),
            Periods = view.Board.PeriodsOf(definition.Key).Select(p => MeasureAnswers.Period(p)),
            Total = MeasureAnswers.Total(ranking),
            Above = MeasureAnswers.Above(ranking),
            Ranked = ranking.Ranked.Select(r => MeasureAnswers.Ranked(view.Board, ranking, r)),
            Without = ranking.Without.Select(p => MeasureAnswers.Without(view.Board, ranking, p)),
            Published = published.Of(view).Where(p => PublishedReading.MeasureOf(p.Now.Figure) == definition.Key).Select(MeasureAnswers.Published),
            Since = before?.AsOf,
            SinceKnownOn = before?.KnownOn,
            Changes = before is null ? null : FigureChange.Between(before.Board, view.Board).Where(c => c.Measure.Key == definition.Key).Select(MeasureAnswers.Changed),
        });
    }

    private static Ok<object> Own(HttpContext http, string code, LedgerReader ledger, NoteStore notes)
    {
        var view = http.View();
        var row = view.Board.Find(code)!;
        var known = ReadAccess.IsKnown(http.User);
        var entries = ledger.Figures(view.Programme.Key, row.Participant.Id, view.Times, MostHistory);
        var said = known ? notes.Find(entries.Select(e => e.NoteHash).OfType<string>()) : null;
        return TypedResults.Ok<object>(new
        {
            row.Participant.Code,
            row.Participant.Name,
            Programme = view.Programme.Key,
            view.AsOf,
            view.KnownOn,
            Figures = row.Measured.All.Select(f => MeasureAnswers.Figure(row.Participant, f.Measure, f.Period, f.Fact)),
            History = entries.Select(e => (Entry: e, Said: (StepEvent.FigureStated)e.Event)).Select(e => new
            {
                e.Entry.Seq,
                e.Said.Measure,
                e.Said.From,
                e.Said.To,
                e.Said.Value,
                e.Entry.At,
                e.Entry.RecordedAt,
                Precision = Words.Of(e.Said.Precision),
                Basis = Words.Of(e.Said.Basis),
                By = MeasureAnswers.By(e.Entry.Actor),
                e.Said.Document,
                Note = e.Entry.NoteHash is { } hash ? said?.GetValueOrDefault(hash)?.Text : null,
            }),
        });
    }

    private static async Task<IResult> StateAsync(HttpContext http, string measure, Desk desk, BoardStore boards, Texts texts, CancellationToken ct)
    {
        var (view, body) = (http.View(), http.Body<FigureBody>());
        if (view.Programme.FindMeasure(measure) is not { } definition) return Unknown(view, measure, texts);
        if (view.Board.Find(body.Code!) is not { Participant: var participant })
            return Problems.Unknown("code", body.Code!, view.Board.Participants.All.Select(p => p.Code), texts);
        var recorded = await desk.ActAsync(http.User, view.Programme.Key, participant.Id, actor => body.Command(actor, participant.Id, definition.Key), ct);
        var fact = boards.Of(view.Programme.Key)[participant.Id].Measured.Find(definition.Key, body.Period);
        var current = MeasureAnswers.Figure(participant, definition.Key, body.Period, fact);
        return recorded.Refusal is { } refusal ? Problems.Of(refusal, view.Programme, texts, refusal.Kind == RefusalKind.Stale ? [("current", current)] : []) : TypedResults.Created((string?)null, current);
    }

    private static ProblemHttpResult Unknown(BoardView view, string measure, Texts texts) =>
        Problems.Unknown("measure", measure, view.Programme.Measures.Select(m => m.Key), texts);
}

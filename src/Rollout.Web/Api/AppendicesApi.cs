using Rollout.Core.Appendices;
using Rollout.Core.Baselines;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Appendices;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Published appendices: read and compared by whoever may read the board, imported by monitors, all of it or nothing.</summary>
internal static class AppendicesApi
{
    private const string Place = "/programmes/{programme}/appendices";

    private static readonly (string, string)[] Query =
    [
        ("phase", "Key of the phase it speaks of; the programme's first when absent"),
        ("date", "Since when it holds: a day, or a month alone (read as its middle); what the document says when absent"),
    ];

    public static void MapAppendices(this RouteGroupBuilder api)
    {
        api.MapPost(Place + "/read", Read).WithMetadata(new SignedInOnly(), new AppendixQuery(imports: false), new AppendixBody())
            .WithSummary("Reads a published appendix (docx, xlsx, csv or pasted text) and compares it with the board; writes nothing").WithQuery(Query).WithFileOrText();
        api.MapPost(Place + "/import", ImportAsync).WithMetadata(new SignedInOnly(), new AppendixQuery(imports: true), new AppendixBody())
            .WithSummary("Imports a published appendix as a baseline of its date, all of it or nothing")
            .WithQuery([.. Query, ("seq", "The seq that the comparison was answered with"), ("number", "Number and sign of the letter"), ("issuer", "Who issued it"), ("documentDate", "Its date as written")])
            .WithFileOrText();
    }

    private static IResult Read(HttpContext http, AppendixDesk desk, Texts texts)
    {
        var (view, source) = (http.View(), http.Features.Get<AppendixSource>()!);
        var reading = desk.Read(view.Programme.Key, source);
        var date = AppendixQuery.Date(http.Request.Query) ?? reading.Dated ?? new(HanoiTime.DayOf(view.AsOf), DatePrecision.Day);
        var (comparison, seq, mistake) = desk.Compare(reading, view.Programme.Key, view.Phase.Key, date);
        if (mistake is not null) return Problems.Of(mistake with { Parameter = "date" }, texts);
        return TypedResults.Ok<object>(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            Date = date.Written,
            Precision = Words.Of(date.Precision),
            Seq = seq,
            source.Name,
            source.Hash,
            Stated = new { Date = reading.Dated?.Written, Number = reading.Letter },
            Rows = reading.Rows.Select(r => new { r.Number, r.Line, r.Title, r.Count, r.Names, Participants = r.Participants.Select(Named), Mistakes = r.Mistakes.Select(m => Wrong(m, view.Programme, texts)) }),
            Mistakes = reading.Mistakes.Select(m => Wrong(m, view.Programme, texts)),
            Comparison = Answer(comparison!, texts),
        });
    }

    private static async Task<IResult> ImportAsync(HttpContext http, AppendixDesk desk, Texts texts)
    {
        var (view, source, query) = (http.View(), http.Features.Get<AppendixSource>()!, http.Request.Query);
        if (desk.Refuse(http.User, out _) is { } forbidden) return Problems.Of(forbidden, view.Programme, texts);
        if ((AppendixQuery.Date(query) ?? desk.Read(view.Programme.Key, source).Dated) is not { } date) return Problems.Of(Refusal.Rule("reading.noDate"), view.Programme, texts);
        var number = query["number"].ToString();
        var document = number.Length == 0 ? null : new DocumentReference(number, query["issuer"].ToString(), query["documentDate"].ToString() is { Length: > 0 } written ? written : date.Written);
        var outcome = await desk.ImportAsync(http.User, new(view.Programme.Key, view.Phase.Key, date, document, AppendixQuery.Seq(query)!.Value), source, http.RequestAborted);
        if (outcome.Refusal is { } refusal)
            return Problems.Of(
                refusal, view.Programme, texts, ("mistakes", outcome.Mistakes.Select(m => Wrong(m, view.Programme, texts)).ToArray()),
                ("changed", outcome.Changed.Select(c => new { c.Key.Participant.Code, c.Key.Step, Was = Words.Of(c.Was), Now = Words.Of(c.Now) }).ToArray()));
        return TypedResults.Created((string?)null, (object)new
        {
            outcome.Source,
            outcome.Written,
            outcome.Already,
            Left = outcome.Left.Select(l => new { l.Key.Participant.Code, l.Key.Step, Why = l.Why.Code, Message = texts.Say(l.Why) }),
        });
    }

    private static object Answer(AppendixComparison comparison, Texts texts) => new
    {
        comparison.Agrees,
        Lists = comparison.Lists.Select(l => new
        {
            l.Definition.Number,
            l.Agrees,
            Both = l.Both.Length,
            OnlyInDocument = l.OnlyInDocument.Select(Named),
            OnlyOnBoard = l.OnlyOnBoard.Select(Named),
        }),
        Differences = comparison.Differences.Select(d => new
        {
            d.Participant.Code,
            d.Participant.Name,
            System = d.SystemKey,
            Document = Words.Of(d.Document),
            Board = Word(d.Board),
            After = Word(d.After),
            d.Written,
            Left = d.Left.Select(l => new { l.Key.Step, Why = l.Why.Code, Message = texts.Say(l.Why) }),
        }),
        Import = comparison.Plan is { } plan ? new { Written = plan.Written.Sum(w => w.Events.Length), plan.Already, Left = plan.Left.Length } : null,
    };

    private static string? Word(ConnectionStatus? status) => status is { } known ? Words.Of(known) : null;

    private static object Named(Participant participant) => new { participant.Code, participant.Name };

    private static object Wrong(RowMistake mistake, Programme programme, Texts texts) =>
        new { mistake.Row, mistake.Line, mistake.Message.Code, Message = MistakeWords.Of(texts, programme, mistake.Message) };
}

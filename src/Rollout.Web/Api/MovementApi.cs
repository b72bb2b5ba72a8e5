using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What moved between two readings of the lists: as JSON and as documents; and the page for the weekly meeting as a document.</summary>
internal static class MovementApi
{
    private static readonly (string Name, string Says)[] Readings =
    [
        ("phase", "Key of a phase; the programme's first when absent"),
        ("from", "The earlier reading: a date (the end of that day in Asia/Ho_Chi_Minh), an instant with its offset, or publication:ID for an issued publication with what was known when it was submitted"),
        ("to", "The later reading: as from; now when absent"),
        ("fromKnownOn", "What was known at the earlier reading, as from, without publications; of a publication what it froze, else all that is known now, when absent"),
        ("toKnownOn", "What was known at the later reading: as fromKnownOn"),
    ];

    public static void MapMovement(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes/{programme}/status-lists/diff", Compare).WithSummary("Who joined and who left each list between two readings, and the steps behind it").WithQuery(Readings);
        api.MapGet("/programmes/{programme}/status-lists/changes.{format}", Changes).WithSummary("What moved between two readings as a document: docx, xlsx, csv, html").WithQuery(Readings);
        api.MapGet("/programmes/{programme}/weekly.{format}", Weekly).WithSummary("The page for the weekly meeting as a document: docx, xlsx, csv, html").WithBoardQuery()
            .WithQuery(("since", "The day from which is counted: as asOf; the last document when absent"));
    }

    private static IResult Compare(HttpContext http, MovementReading reading, Texts texts)
    {
        var view = http.View();
        var (from, to, mistake) = Views(http, reading);
        if (mistake is not null) return Problems.Of(mistake, texts);
        var movement = reading.Between(from!, to!);
        var moved = movement.Participants.ToDictionary(p => p.Participant.Code);
        return TypedResults.Ok(new
        {
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            From = from!.AsOf,
            To = to!.AsOf,
            FromKnownOn = from.KnownOn,
            ToKnownOn = to.KnownOn,
            Lists = movement.Lists.Select(l => new
            {
                l.Definition.Number,
                Title = Texts.Of(l.Definition.Title),
                Added = l.Joined.Select(n => Named(l, n)),
                Removed = l.Left.Select(n => Named(l, n)),
            }),
            Participants = movement.Participants.Select(p => new { p.Participant.Code, p.Participant.Name, Listed = p.IsListed, Steps = p.Steps.Select(Step) }),
        });

        // Beside a name only the steps of which the row's rule speaks.
        object Named(MovedList list, MovedName name) => new
        {
            name.Participant.Code,
            name.Participant.Name,
            Entries = name.Entries.Select(e => e.Seq),
            Steps = (moved.GetValueOrDefault(name.Participant.Code)?.Steps ?? []).Where(s => Speaks(view.Programme, list, s)).Select(Step),
        };
    }

    private static bool Speaks(Programme programme, MovedList list, MovedStep step) =>
        list.Definition.SpeaksOf(programme, step.Step);

    private static object Step(MovedStep step) => new
    {
        Step = step.Step.Key,
        From = step.FromKnown ? Words.Of(step.From.Status) : null,
        To = Words.Of(step.To.Status),
        step.To.Since,
        Basis = step.To.Basis is { } basis ? Words.Of(basis) : null,
        By = step.Entries.IsEmpty ? null : By(step.Entries[^1]),
        Entries = step.Entries.Select(e => e.Seq),
    };

    /// <summary>An office or an agency, never a person.</summary>
    private static object By(LedgerEntry entry) => new { Kind = Words.Of(entry.Actor.Kind), Name = entry.Actor.PublicName, entry.Actor.Office };

    private static IResult Changes(HttpContext http, MovementReading reading, ReportDownload download, Texts texts, string format)
    {
        var (from, to, mistake) = Views(http, reading);
        if (mistake is not null) return Problems.Of(mistake, texts);
        if (http.View().Programme.Changes is null) return Problems.Unknown("document", "changes", [], texts);
        return download.Send(http, format, $"{to!.Programme.Key}-{to.Phase.Key}-changes-{from!.AsOf:yyyy-MM-dd}-{to.AsOf:yyyy-MM-dd}", () => reading.Document(from, to)!);
    }

    private static IResult Weekly(HttpContext http, WeeklyReading reading, ReportDownload download, Texts texts, string format, string? since = null)
    {
        var view = http.View();
        var (facts, mistake) = reading.Of(view, since);
        if (mistake is not null) return Problems.Of(mistake, texts);
        if (view.Programme.Weekly is null) return Problems.Unknown("document", "weekly", [], texts);
        return download.Send(http, format, $"{view.Programme.Key}-{view.Phase.Key}-weekly-{view.AsOf:yyyy-MM-dd}", () => WeeklyReading.Document(facts!)!);
    }

    private static (BoardView? From, BoardView? To, QueryMistake? Mistake) Views(HttpContext http, MovementReading reading)
    {
        var query = http.Request.Query;
        return reading.Views(http.View(), query["from"], query["to"], query["fromKnownOn"], query["toKnownOn"]);
    }
}

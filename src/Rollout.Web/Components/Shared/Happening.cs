using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>An entry of the ledger as a line that people read.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Step">Which step; null when it is of the whole row.</param>
/// <param name="Look">What came of it.</param>
/// <param name="Detail">What explains it: a fault, an obstacle, a document; empty when nothing does.</param>
/// <param name="RestsOn">What it rests on; null of what moves nothing.</param>
/// <param name="Who">Which office or agency said so, without people's names; empty when none did.</param>
/// <param name="When">Since when it holds, as exactly as it is known.</param>
/// <param name="Written">When it was written, if that was later; empty otherwise.</param>
public sealed record Happening(
    LedgerEntry Entry, Participant Participant, StepDefinition? Step, Look Look, string Detail, Basis? RestsOn, string Who, string When, string Written)
{
    // What takes a moment to write was not written later.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>What it rests on and who said so, in one line.</summary>
    public string By(Texts texts) => string.Join(" · ", new[] { RestsOn is { } basis ? texts[StateKeys.Of(basis)] : "", Who }.Where(t => t.Length > 0));

    /// <summary>The line of an entry; null when its participant is not on the board.</summary>
    public static Happening? Of(Texts texts, BoardView view, LedgerEntry entry)
    {
        if (view.Board.Find(entry.Participant.Code)?.Participant is not { } participant) return null;
        var programme = view.Programme;
        var (look, basis, details) = entry.Event switch
        {
            StepEvent.StatusChanged e => (e is { Assumed: true, To: StepStatus.InProgress } ? Looks.Assumed : Looks.Of(e.To), (Basis?)e.Basis, Details(texts, programme, entry, e)),
            StepEvent.PartlyConfirmed => (Looks.Partly, Basis.Confirmation, []),
            StepEvent.Commented => (entry.NoteHash is null ? Looks.Evidence : Looks.Commented, null, []),
            StepEvent.VerificationChanged e => (Looks.Of(e.To), Basis.Probe, e.FaultMark is { } fault
                ? [texts.Fault(fault.Code), texts["fault.owner", Looks.Owner(texts, programme, fault.Owner, entry.At)]] : []),
            StepEvent.ServiceChanged e => (Looks.Of(e.To), e.Basis, []),
            StepEvent.Upheld => (Looks.Upheld, Basis.Correction, []),
            StepEvent.ProbingChanged e => (Looks.Of(e.To), null, []),
            StepEvent.FigureStated e => (e.Value is null ? Looks.NoFigure : Looks.Figure, e.Basis, FigureWords.Details(programme, e)),
            StepEvent.SourceStated e => (Looks.Source, Basis.Baseline, e.Document is { } document ? [document.Number] : []),
            _ => (Looks.Unknown, Basis.Baseline, Array.Empty<string>()),
        };
        var precision = entry.Event switch { StepEvent.StatusChanged e => e.Precision, StepEvent.SourceStated e => e.Precision, StepEvent.FigureStated e => e.Precision, _ => DatePrecision.Instant };
        return new(
            entry, participant, programme.FindStep(entry.Step), look, string.Join(" · ", details), basis, WhoOf(texts, programme, entry), texts.Time(entry.At, precision),
            entry.RecordedAt - entry.At > AtOnce ? Texts.Moment(entry.RecordedAt) : "");
    }

    private static string[] Details(Texts texts, Programme programme, LedgerEntry entry, StepEvent.StatusChanged e)
    {
        var details = new List<string>();
        if (e.Blocker is { } blocker)
        {
            details.Add(Texts.Of(programme.BlockerKinds.FirstOrDefault(k => k.Key == blocker.Kind).Value ?? Core.Wording.LocalizedText.Of(blocker.Kind)));
            details.Add(texts["waitsOn", Looks.Owner(texts, programme, blocker.On, entry.At)]);
        }
        if (e.Document is { } document) details.Add(document.Number);
        if (e.TakenOver) details.Add(texts["status.takenOver"]);
        if (e.OutOfOrder) details.Add(texts["status.outOfOrder"]);
        return [.. details];
    }

    /// <summary>Offices and agencies are named, people are not.</summary>
    private static string WhoOf(Texts texts, Programme programme, LedgerEntry entry)
    {
        var actor = entry.Actor;
        return actor.Kind switch
        {
            ActorKind.Participant => actor.Office ?? TextHelpers.Inside(Texts.Of(programme.ParticipantWord)),
            ActorKind.Agency or ActorKind.Monitor when actor.Agency is { } agency => Looks.Owner(texts, programme, agency, entry.At),
            _ => "",
        };
    }
}

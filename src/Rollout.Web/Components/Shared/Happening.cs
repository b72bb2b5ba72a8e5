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
/// <param name="By">What it rests on, and who said so, without people's names.</param>
/// <param name="When">Since when it holds, as exactly as it is known.</param>
/// <param name="Written">When it was written, if that was later; empty otherwise.</param>
public sealed record Happening(
    LedgerEntry Entry, Participant Participant, StepDefinition? Step, Look Look, string Detail, string By, string When, string Written)
{
    private static readonly Look Comment = new("history.comment", "is-none", "talk");

    private static readonly Look Evidence = new("history.evidence", "is-none", "file");

    private static readonly Look Partly = new("history.partly", "is-waiting", "hourglass");
    private static readonly Look Upheld = new("history.upheld", "is-none", "check");
    private static readonly Look Source = new("history.source", "is-none", "list");

    // What takes a moment to write was not written later.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    /// <summary>The line of an entry; null when its participant is not on the board.</summary>
    public static Happening? Of(Texts texts, BoardView view, LedgerEntry entry)
    {
        if (view.Board.Find(entry.Participant.Code)?.Participant is not { } participant) return null;
        var programme = view.Programme;
        var (look, basis, details) = entry.Event switch
        {
            StepEvent.StatusChanged e => (e.Assumed ? Looks.Assumed : Looks.Of(e.To), Looks.Key(e.Basis), Details(texts, programme, entry, e)),
            StepEvent.PartlyConfirmed => (Partly, Looks.Key(Basis.Confirmation), []),
            StepEvent.Commented => (entry.NoteHash is null ? Evidence : Comment, "", []),
            StepEvent.VerificationChanged e => (Looks.Of(e.To), Looks.Key(Basis.Probe), e.FaultMark is { } fault
                ? [texts.Fault(fault.Code), texts["fault.owner", Looks.Owner(texts, programme, fault.Owner, entry.At)]] : []),
            StepEvent.ServiceChanged e => (Looks.Of(e.To), Looks.Key(e.Basis), []),
            StepEvent.Upheld => (Upheld, Looks.Key(Basis.Correction), []),
            StepEvent.ProbingChanged e => (Looks.Of(e.To), "", []),
            StepEvent.SourceStated e => (Source, Looks.Key(Basis.Baseline), e.Document is { } document ? [document.Number] : []),
            _ => (Looks.Unknown, Looks.Key(Basis.Baseline), Array.Empty<string>()),
        };
        var precision = entry.Event switch { StepEvent.StatusChanged e => e.Precision, StepEvent.SourceStated e => e.Precision, _ => DatePrecision.Instant };
        return new(
            entry, participant, programme.FindStep(entry.Step), look, string.Join(" · ", details), ByOf(texts, programme, entry, basis), texts.Time(entry.At, precision),
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
    private static string ByOf(Texts texts, Programme programme, LedgerEntry entry, string basis)
    {
        var actor = entry.Actor;
        var who = actor.Kind switch
        {
            ActorKind.Participant => actor.Office ?? TextHelpers.Inside(Texts.Of(programme.ParticipantWord)),
            ActorKind.Agency or ActorKind.Monitor when actor.Agency is { } agency => Looks.Owner(texts, programme, agency, entry.At),
            _ => "",
        };
        return string.Join(" · ", new[] { basis.Length == 0 ? "" : texts[basis], who }.Where(t => t.Length > 0));
    }
}

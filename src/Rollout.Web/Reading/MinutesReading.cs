using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>Fills the minutes of a step's test from what the checks saw and what the ledger says.</summary>
public sealed class MinutesReading(EvidenceReading evidence, LedgerReader ledger, Texts texts)
{
    /// <summary>How many results of each check are looked through, and printed at most.</summary>
    private const int Searched = 200;
    private const int Printed = 10;
    private const int MostEntries = 1000;

    /// <summary>The document; null when the step has no minutes.</summary>
    /// <param name="view">The board as of an instant.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="withAddresses">Whether the reader may see the participant's addresses.</param>
    public ReportDocument? Of(BoardView view, StepKey cell, bool withAddresses)
    {
        var programme = view.Programme;
        if (programme.Minutes is not { } form || programme.FindStep(cell.Step) is not { Minutes: true } step) return null;
        var facts = new MinutesFacts(
            view.Board[cell.Participant].Participant, programme.FindPhase(cell.Phase)!, step, view.AsOf, withAddresses, Results(view, cell, withAddresses), Statements(view, cell));
        return MinutesReport.Of(programme, form, facts, Texts.Language);
    }

    private ImmutableArray<MinutesResult> Results(BoardView view, StepKey cell, bool withAddresses) =>
    [
        .. from seen in evidence.Of(view.Programme, cell, Searched)
           from sample in seen.Last.Where(s => s.At <= view.AsOf).Take(Printed).Reverse()
           select new MinutesResult(
               sample.At, seen.Probe.Key, withAddresses ? seen.Target?.Url.OriginalString : null,
               sample.Fault is { } fault ? Fault(fault.Code) : texts[StateKeys.Of(VerificationState.Passing)], sample.Timings.Total),
    ];

    private ImmutableArray<MinutesStatement> Statements(BoardView view, StepKey cell) =>
    [
        .. from entry in ledger.Of(view.Programme.Key, $"{cell.Participant}", cell.Phase, cell.Step, view.Times, MostEntries).Reverse()
           let what = What(entry)
           where what is not null && entry.Step is not null
           select new MinutesStatement(entry.At, (entry.Event as StepEvent.StatusChanged)?.Precision ?? DatePrecision.Instant, By(view, entry), what),
    ];

    private string? What(LedgerEntry entry) => entry.Event switch
    {
        StepEvent.StatusChanged e => $"{texts[StateKeys.Of(e.Basis)]}: {texts[StateKeys.Of(e.To)]}",
        StepEvent.PartlyConfirmed => texts["history.partly"],
        _ => null,
    };

    /// <summary>Offices and agencies are named, people are not.</summary>
    private string By(BoardView view, LedgerEntry entry) => entry.Actor switch
    {
        { Kind: ActorKind.Participant } actor => actor.Office ?? view.Board.Find(entry.Participant.Code)?.Participant.Name ?? "",
        { Agency: { } agency } => Agency(view, agency, entry.At),
        { Kind: ActorKind.Probe } => texts[StateKeys.Of(Basis.Probe)],
        _ when (entry.Event as StepEvent.StatusChanged)?.Document is { } document => Agency(view, document.Issuer, entry.At),
        _ => "",
    };

    private static string Agency(BoardView view, string key, DateTimeOffset on) =>
        view.Programme.FindOrganisation(key) is { } known ? Texts.Of(known.NameOn(HanoiTime.DayOf(on)).Full) : key;

    private string Fault(string code) => texts[$"fault.{code}"] is var said && said != $"fault.{code}" ? said : code;
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Collecting;

/// <summary>Reads what came of each participant.</summary>
internal sealed class ReceiptReader(Board board, DateTimeOffset asOf, WorkingDays days, ReportDays reports, HandedFiles files)
{
    private readonly LatestFigures _figures = new(board);
    private readonly Programme _programme = board.Programme;
    private readonly DateOnly _today = HanoiTime.DayOf(asOf);

    public CollectedCopy Read(CollectedReport report, Phase phase)
    {
        ImmutableArray<StepDefinition> steps = [.. report.Steps.Select(k => _programme.FindStep(k)!)];
        // Where its steps are due at different times, the earliest is what the request says first.
        var deadline = steps.Select(s => _programme.DeadlineOf(phase.Key, s)).OfType<Deadline>().MinBy(d => d.LastDay(days));
        return new(report, phase, deadline, deadline?.LastDay(days), [.. board.Rows.Select(r => Read(r, report, steps, phase)).OfType<Receipt>()]);
    }

    private Receipt? Read(ParticipantProgress row, CollectedReport report, ImmutableArray<StepDefinition> steps, Phase phase)
    {
        ImmutableArray<StepDefinition> own = [.. steps.Where(s => row.Applies(phase.Key, s))];
        if (own.IsEmpty) return null;
        var here = own.Where(s => row[phase.Key, s.Key].CountsAs is StepStatus.Reported or StepStatus.Done).ToList();
        var open = own.Except(here).ToImmutableArray();
        var receipt = open.IsEmpty ? Came(row, here, phase) : Missing(row, own, open, phase);
        return receipt with
        {
            Open = [.. open.Select(s => s.Key)],
            Begun = here.Count > 0 && !open.IsEmpty,
            Confirmed = own.All(s => row[phase.Key, s.Key].Status == StepStatus.Done),
            Files = here.SelectMany(s => files[KeyOf(row, phase, s)]).Distinct(StringComparer.Ordinal).Count(),
            Figures = [.. report.Measures.Select(m => KeyValuePair.Create(m, _figures.Of(row.Participant, m)))],
        };
    }

    /// <summary>All of it came: the last of its steps says when, and the worst of them how late.</summary>
    private Receipt Came(ParticipantProgress row, List<StepDefinition> here, Phase phase)
    {
        var judged = here.ConvertAll(s => (Cell: row[phase.Key, s.Key], Seen: Judge(row, s, phase)));
        var late = judged.Where(j => j.Seen.State == DoneState.Late).ToList();
        var state = late.Count > 0 ? ReceiptState.Late : judged.Exists(j => j.Seen.State == DoneState.NotDated) ? ReceiptState.NotDated : ReceiptState.Received;
        var last = judged.MaxBy(j => j.Seen.On);
        return new(row.Participant, state, last.Seen.On, late.Select(j => j.Seen.Days).DefaultIfEmpty().Max(), [])
        {
            Precision = last.Cell.Precision,
            Published = last.Cell.Basis == Basis.Baseline,
        };
    }

    private (DoneState State, int Days, DateOnly On) Judge(ParticipantProgress row, StepDefinition step, Phase phase) => DoneReading.Judge(
        row[phase.Key, step.Key], reports[KeyOf(row, phase, step)], _programme.DeadlineOf(phase.Key, step)?.LastDay(days) ?? DateOnly.MaxValue, days);

    private Receipt Missing(ParticipantProgress row, ImmutableArray<StepDefinition> own, ImmutableArray<StepDefinition> open, Phase phase)
    {
        if (!row.KnowsPhase(phase.Key, asOf) && !own.Any(s => row[phase.Key, s.Key].HasEntries)) return new(row.Participant, ReceiptState.Unknown, null, 0, []);
        // The first day late lasts until the end of the next working day: days off make nobody later.
        var ended = open.Select(s => _programme.DeadlineOf(phase.Key, s)?.LastDay(days)).OfType<DateOnly>().Where(d => d < _today).ToList();
        return ended.Count == 0
            ? new(row.Participant, ReceiptState.Missing, null, 0, [])
            : new(row.Participant, ReceiptState.Overdue, null, days.Between(ended.Min(), days.RollForward(_today)), []);
    }

    private static StepKey KeyOf(ParticipantProgress row, Phase phase, StepDefinition step) => new(row.Participant.Id, phase.Key, step.Key);
}

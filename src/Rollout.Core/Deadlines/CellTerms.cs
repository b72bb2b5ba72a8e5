using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;

namespace Rollout.Core.Deadlines;

/// <summary>A programme's deadlines laid out by cell, so that a reading of thousands of rows works each out once.</summary>
internal sealed class CellTerms
{
    private readonly Dictionary<(DateOnly, int), DateOnly> _confirmBy = [];
    private readonly FrozenDictionary<string, int?> _confirmWithin;
    private readonly WorkingDays _days;
    private readonly ImmutableArray<Deadline?> _deadlines;
    private readonly ImmutableArray<DateOnly?> _lastDays;

    public CellTerms(Programme programme, WorkingDays days)
    {
        _days = days;
        _deadlines = [.. programme.Phases.SelectMany(p => programme.Steps.Select(s => programme.DeadlineOf(p.Key, s)))];
        _lastDays = [.. _deadlines.Select(d => d?.LastDay(days))];
        _confirmWithin = programme.Organisations.ToFrozenDictionary(o => o.Key, o => o.ConfirmWithin, StringComparer.Ordinal);
    }

    /// <summary>Whether anything is ever due.</summary>
    public bool Any => _deadlines.Any(d => d is not null) || _confirmWithin.Values.Any(w => w is not null);

    public Deadline? Deadline(int cell) => _deadlines[cell];

    public DateOnly? LastDay(int cell) => _lastDays[cell];

    public int? ConfirmWithin(string agency) => _confirmWithin.GetValueOrDefault(agency);

    /// <summary>The last day on which a report of a day is confirmed in time.</summary>
    public DateOnly ConfirmBy(DateOnly reported, int within)
    {
        if (!_confirmBy.TryGetValue((reported, within), out var last)) _confirmBy[(reported, within)] = last = _days.Add(reported, within);
        return last;
    }

    /// <summary>Place of the first agency that has a term.</summary>
    public int FirstWith(int? within, ImmutableArray<string> agencies)
    {
        for (var i = 0; i < agencies.Length; i++)
            if (ConfirmWithin(agencies[i]) == within) return i;
        return -1;
    }

    /// <summary>The agencies that have a term; those given themselves when all do.</summary>
    public ImmutableArray<string> AllWith(int? within, ImmutableArray<string> agencies)
    {
        foreach (var agency in agencies)
            if (ConfirmWithin(agency) != within) return [.. agencies.Where(a => ConfirmWithin(a) == within)];
        return agencies;
    }

    /// <summary>Who must act. A step that is being probed waits on who owns what the probes see: its participant, an agency, or else nobody.</summary>
    public ImmutableArray<string> MustAct(StepDefinition step, StepState cell)
    {
        if (cell.Status != StepStatus.Reported || !Inbox.ProbeSettles(step, cell)) return Attention.WaitsOn(step, cell);
        if (cell.FaultMark is not { } fault) return [];
        return FaultOwner.IsParticipants(fault.Owner) ? [StepDefinition.Participant] : _confirmWithin.ContainsKey(fault.Owner) ? [fault.Owner] : [];
    }
}

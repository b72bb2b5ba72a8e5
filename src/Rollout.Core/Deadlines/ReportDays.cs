using Rollout.Core.Ledger;
using Rollout.Core.Steps;

namespace Rollout.Core.Deadlines;

/// <summary>When each step was reported for good: the report that stands, or that its confirmation answered. A returned report was none.</summary>
public sealed class ReportDays
{
    private readonly Dictionary<StepKey, DateTimeOffset> _dates = [];

    /// <summary>Reads them from a programme's entries in the order of their seq.</summary>
    public static ReportDays Of(IEnumerable<LedgerEntry> entries)
    {
        var days = new ReportDays();
        foreach (var entry in entries)
            if (entry is { Phase: { } phase, Step: { } step, Event: StepEvent.StatusChanged changed }) days.Note(new(entry.Participant, phase, step), changed, entry.At);
        return days;
    }

    /// <summary>When a step was reported, or null when nobody did.</summary>
    public DateTimeOffset? this[StepKey key] => _dates.TryGetValue(key, out var at) ? at : null;

    private void Note(StepKey key, StepEvent.StatusChanged changed, DateTimeOffset at)
    {
        // An obstacle to the confirmation, and its end, make the report no later.
        if (changed.To == StepStatus.Reported && changed.From == StepStatus.Blocked) _dates.TryAdd(key, at);
        else if (changed.To == StepStatus.Reported) _dates[key] = at;
        else if (changed.To is StepStatus.NotStarted or StepStatus.InProgress) _dates.Remove(key);
    }
}

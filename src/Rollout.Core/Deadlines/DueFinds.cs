using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Deadlines;

/// <summary>What a reading has found, by last day: there are few of them, so that nothing is counted or sorted per cell.</summary>
internal sealed class DueFinds(DateOnly today, WorkingDays days, int soonWithin)
{
    private readonly Dictionary<DateOnly, Slot> _slots = [];
    private readonly Dictionary<ParticipantId, int> _unknown = [];
    private (DateOnly Last, Slot? Slot) _latest;

    /// <summary>Whether a last day that an open step has is overdue or soon.</summary>
    public bool InView(DateOnly last)
    {
        var slot = Of(last);
        slot.Open = true;
        return slot.State is not null;
    }

    /// <summary>Adds what is overdue or soon due.</summary>
    public void Add(DueKind kind, DateOnly last, Deadline? deadline, DueCell cell, ImmutableArray<string> waitsOn)
    {
        var slot = Of(last);
        slot.Items.Add(new(kind, slot.State!.Value, slot.Count, last, deadline, cell.Participant, cell.Phase, cell.Step, cell.Cell, waitsOn));
    }

    /// <summary>Counts a step of which nothing is known, if it would be overdue or soon due.</summary>
    public void AddUnknown(DateOnly? last, ParticipantId participant)
    {
        if (last is { } day && Of(day).State is not null) _unknown[participant] = _unknown.GetValueOrDefault(participant) + 1;
    }

    public DueReading Reading()
    {
        var ordered = _slots.OrderBy(s => s.Key).ToList();
        var items = ImmutableArray.CreateBuilder<DueItem>(ordered.Sum(s => s.Value.Items.Count));
        foreach (var (_, slot) in ordered) items.AddRange(slot.Items);
        var next = ordered.Where(s => s.Value.Open && s.Key >= today).Select(s => (DateOnly?)s.Key).FirstOrDefault();
        var missing = ordered.SelectMany(s => days.Missing(s.Key, today)).Distinct().Order();
        return new(today, items.MoveToImmutable(), _unknown.ToFrozenDictionary(), next, [.. missing]);
    }

    private Slot Of(DateOnly last)
    {
        // Cells side by side mostly share a deadline.
        if (_latest.Slot is { } same && _latest.Last == last) return same;
        if (!_slots.TryGetValue(last, out var slot)) _slots[last] = slot = New(last);
        _latest = (last, slot);
        return slot;
    }

    private Slot New(DateOnly last)
    {
        // The first day late lasts until the end of the next working day: days off make nobody later.
        var late = last < today;
        var count = late ? days.Between(last, days.RollForward(today)) : days.Between(today, last);
        return new(late ? DueState.Overdue : count <= soonWithin ? DueState.Soon : null, count);
    }

    private sealed class Slot(DueState? state, int count)
    {
        public DueState? State => state;

        public int Count => count;

        public bool Open { get; set; }

        public List<DueItem> Items { get; } = [];
    }
}

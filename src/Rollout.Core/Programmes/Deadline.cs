using Rollout.Core.Calendar;

namespace Rollout.Core.Programmes;

/// <summary>
/// Until when something is due: <c>before</c> a date, which itself is too late ("trước ngày 25/5/2022", "trước ngày 01/01/2025"), or <c>by</c> a
/// date, which is still in time ("chậm nhất ngày"). Either way the last day ends at midnight, and when it is a day off it ends with the next
/// working day (Civil Code 91/2015/QH13, article 148, clauses 5 and 6). This never shortens a deadline, and moves none whose last day is worked.
/// </summary>
/// <param name="Date">The date as the document prints it.</param>
/// <param name="Exclusive">Whether the date itself is too late.</param>
/// <param name="Source">Key of the document that sets it, or null.</param>
public sealed record Deadline(DateOnly Date, bool Exclusive, string? Source)
{
    /// <summary>The last day in time as the words have it.</summary>
    public DateOnly Stated => Exclusive ? Date.AddDays(-1) : Date;

    /// <summary>The last day in time: the stated one, or the working day after it when it is off.</summary>
    public DateOnly LastDay(WorkingDays days) => days.RollForward(Stated);
}

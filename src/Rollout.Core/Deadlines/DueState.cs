namespace Rollout.Core.Deadlines;

/// <summary>How an instant stands to a last day, the most pressing first.</summary>
public enum DueState
{
    /// <summary>The last day has ended.</summary>
    Overdue,

    /// <summary>It ends within so many working days as the programme calls soon.</summary>
    Soon,
}

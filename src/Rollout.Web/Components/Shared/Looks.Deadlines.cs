using Rollout.Core.Deadlines;

namespace Rollout.Web.Components.Shared;

/// <content>Of deadlines.</content>
public static partial class Looks
{
    /// <summary>Nothing is overdue or soon due.</summary>
    public static readonly Look InTime = new("due.none", "is-pass", "check");

    /// <summary>Overdue or soon due, and others than the participant must act.</summary>
    public static readonly Look DueElsewhere = new("due.elsewhere", "is-waiting", "hourglass");

    /// <summary>The look of being late, or nearly so.</summary>
    public static Look Of(DueState state) => state switch
    {
        DueState.Overdue => new("due.overdue", "is-fail", "alert"),
        DueState.Soon => new("due.soon", "is-progress", "clock"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

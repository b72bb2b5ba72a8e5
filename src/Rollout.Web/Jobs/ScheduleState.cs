namespace Rollout.Web.Jobs;

/// <summary>Where the scheduler of this node is in its life.</summary>
public enum ScheduleState
{
    /// <summary>This node has none: it only shows.</summary>
    Off,

    /// <summary>It begins once the first pages can be served.</summary>
    Starting,

    /// <summary>It runs jobs.</summary>
    Running,

    /// <summary>It begins no jobs any more, or never began.</summary>
    Stopped,
}

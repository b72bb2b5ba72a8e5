using Rollout.Core.Wording;
using Rollout.Web.Jobs;
using Rollout.Web.Operations;

namespace Rollout.Web.Components.Shared;

/// <summary>How the running program stands: its nodes, what they need, their jobs.</summary>
public static partial class Looks
{
    /// <summary>The look of one thing that a node needs.</summary>
    public static Look OfNeed(CheckState state)
    {
        var (css, sign) = state switch { CheckState.Ok => ("is-done", "check"), CheckState.Degraded => ("is-waiting", "info"), _ => ("is-fail", "alert") };
        return new($"nodes.is.{Words.Of(state)}", css, sign);
    }

    /// <summary>The look of a node as a whole.</summary>
    public static Look OfNode(ReadinessView view)
    {
        var (css, sign) = view.Status switch { "ready" => ("is-done", "check"), "degraded" => ("is-waiting", "info"), _ => ("is-fail", "alert") };
        return new($"nodes.all.{view.Status}", css, sign);
    }

    /// <summary>The look of a job.</summary>
    public static Look OfJob(JobLine job) => job switch
    {
        { Stuck: true } => new("nodes.run.stuck", "is-fail", "alert"),
        { RunHere: { Took: null } } => new("nodes.run.running", "is-waiting", "hourglass"),
        { RunHere.Trouble: not null } => new("nodes.run.failed", "is-fail", "alert"),
        { RunHere: not null } => new("nodes.run.ok", "is-done", "check"),
        { Last: not null } => new("nodes.run.elsewhere", "is-none", "check"),
        _ => new("nodes.run.never", "is-none", "clock"),
    };

    /// <summary>The look of a node among the others.</summary>
    public static Look OfNode(NodeLine node) => node.Alive ? new("nodes.nodeAlive", "is-done", "check") : new("nodes.nodeGone", "is-fail", "alert");
}

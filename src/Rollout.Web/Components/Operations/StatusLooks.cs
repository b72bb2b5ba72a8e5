using Rollout.Core.Wording;
using Rollout.Web.Components.Shared;
using Rollout.Web.Jobs;
using Rollout.Web.Operations;

namespace Rollout.Web.Components.Operations;

/// <summary>How states of the running program look.</summary>
internal static class StatusLooks
{
    private const string Good = "is-done";
    private const string Bad = "is-fail";
    private const string Halfway = "is-waiting";

    /// <summary>The look of a check.</summary>
    public static Look Of(CheckState state)
    {
        var (css, sign) = state switch { CheckState.Ok => (Good, "check"), CheckState.Degraded => (Halfway, "info"), _ => (Bad, "alert") };
        return new($"nodes.is.{Words.Of(state)}", css, sign);
    }

    /// <summary>The look of the whole.</summary>
    public static Look Of(ReadinessView view)
    {
        var (css, sign) = view.Status switch { "ready" => (Good, "check"), "degraded" => (Halfway, "info"), _ => (Bad, "alert") };
        return new($"nodes.all.{view.Status}", css, sign);
    }

    /// <summary>The look of a job.</summary>
    public static Look Of(JobLine job)
    {
        var (word, css, sign) = job switch
        {
            { Stuck: true } => ("stuck", Bad, "alert"),
            { Here: { Took: null } } => ("running", Halfway, "hourglass"),
            { Here.Trouble: not null } => ("failed", Bad, "alert"),
            { Here: not null } => ("ok", Good, "check"),
            { Last: not null } => ("elsewhere", "is-none", "check"),
            _ => ("never", "is-none", "clock"),
        };
        return new($"nodes.run.{word}", css, sign);
    }

    /// <summary>The look of a node.</summary>
    public static Look Of(NodeLine node) => node.Alive ? new("nodes.nodeAlive", Good, "check") : new("nodes.nodeGone", Bad, "alert");
}

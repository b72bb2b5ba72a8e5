using Rollout.Core.Measures;
using Rollout.Core.Wording;

namespace Rollout.Web.Components.Shared;

/// <content>Of paces.</content>
public static partial class Looks
{
    /// <summary>The look of whether a target is reached in time at the present pace.</summary>
    public static Look Of(PaceState state) => new($"pace.{Words.Of(state)}", state switch
    {
        PaceState.Reached => "is-done",
        PaceState.InTime => "is-pass",
        PaceState.Advancing => "is-progress",
        PaceState.Late => "is-fail",
        PaceState.Still => "is-blocked",
        _ => "is-unknown",
    }, state switch
    {
        PaceState.Reached or PaceState.InTime => "check",
        PaceState.Advancing => "half",
        PaceState.Late => "alert",
        PaceState.Still => "stop",
        _ => "question",
    });
}

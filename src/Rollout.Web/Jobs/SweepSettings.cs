using Rollout.Core.Programmes;

namespace Rollout.Web.Jobs;

/// <summary>How often sweeps run, in real time.</summary>
/// <param name="Override">The demo's own interval; null for what each programme says.</param>
public sealed record SweepSettings(TimeSpan? Override)
{
    /// <summary>The interval of a programme.</summary>
    public TimeSpan Every(Programme programme) => Override ?? programme.Verification.Every;
}

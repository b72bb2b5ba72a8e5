using System.Collections.Immutable;
using Rollout.Core.Quiet;
using Rollout.Core.Steps;

namespace Rollout.Web.Quiet;

/// <summary>What came of writing or ending a maintenance window.</summary>
/// <param name="Window">The window; null when it was refused.</param>
/// <param name="Mistakes">What is wrong with it, field by field.</param>
/// <param name="Refusal">Why not, when it is not about a field.</param>
public sealed record WindowOutcome(MaintenanceWindow? Window, ImmutableArray<WindowMistake> Mistakes, Refusal? Refusal)
{
    internal static WindowOutcome Refused(Refusal refusal) => new(null, [], refusal);
}

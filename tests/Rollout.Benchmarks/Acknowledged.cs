using Rollout.Core.Steps;

namespace Rollout.Benchmarks;

/// <summary>An action that the server said it has recorded.</summary>
/// <param name="Cell">Where.</param>
/// <param name="Order">Its place among the actions on this cell: the version it made, or the number of the comment.</param>
/// <param name="Actor">Whose.</param>
/// <param name="To">The status wanted; null for a comment.</param>
/// <param name="Note">What was written with it.</param>
internal sealed record Acknowledged(StepKey Cell, int Order, string Actor, StepStatus? To, string? Note);

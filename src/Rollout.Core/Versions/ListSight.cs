using Rollout.Core.Programmes;

namespace Rollout.Core.Versions;

/// <summary>A status list that holds other names under a new version although nothing happened.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="List">The list, as the new version has it.</param>
/// <param name="Before">How many names it holds now.</param>
/// <param name="Joined">How many come in.</param>
/// <param name="Left">How many go out.</param>
public sealed record ListSight(Phase Phase, StatusListDefinition List, int Before, int Joined, int Left);

using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>A row of the lists between two readings.</summary>
/// <param name="Definition">The row.</param>
/// <param name="Before">How many names it had.</param>
/// <param name="After">How many it has.</param>
/// <param name="Joined">Who joined it, in official order.</param>
/// <param name="Left">Who left it, in official order.</param>
public sealed record MovedList(StatusListDefinition Definition, int Before, int After, ImmutableArray<MovedName> Joined, ImmutableArray<MovedName> Left);

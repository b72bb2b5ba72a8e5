using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>What changed in one row.</summary>
/// <param name="Definition">The row.</param>
/// <param name="Added">Who joined it.</param>
/// <param name="Removed">Who left it.</param>
public sealed record StatusListChange(StatusListDefinition Definition, ImmutableArray<Participant> Added, ImmutableArray<Participant> Removed);

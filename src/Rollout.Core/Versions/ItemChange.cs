using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Versions;

/// <summary>An item of the file that two versions differ in.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Item">The item: of the new version, or of the old one when it is gone.</param>
/// <param name="Fields">What it says differently; of an item of a list that is new or gone, nothing.</param>
public sealed record ItemChange(ItemFate Fate, YamlItem Item, ImmutableArray<FieldChange> Fields);

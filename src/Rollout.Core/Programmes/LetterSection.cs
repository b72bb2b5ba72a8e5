using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>What a letter says to one group, and how the group is listed in its phụ lục.</summary>
/// <param name="Head">Its head, without a number.</param>
/// <param name="Items">What it says: <c>{count} {deadline} {systems} {list}</c>, where the list is its number in the phụ lục.</param>
/// <param name="List">Head of the list.</param>
/// <param name="Columns">Heads of the list.</param>
public sealed record LetterSection(LocalizedText Head, ImmutableArray<LocalizedText> Items, LocalizedText List, ImmutableArray<LocalizedText> Columns);

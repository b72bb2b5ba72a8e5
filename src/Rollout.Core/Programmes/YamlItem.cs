using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>Something that a programme file says: an item of one of its lists, or all that stands under a key.</summary>
/// <param name="Section">The key of the list, or the key itself.</param>
/// <param name="Key">The item's key, number or file; empty when it is no item of a list.</param>
/// <param name="Title">Its title; null when it has none.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Leaves">Every single word in it, by the way that leads there.</param>
public sealed record YamlItem(string Section, string Key, LocalizedText? Title, int Line, ImmutableSortedDictionary<string, string> Leaves);

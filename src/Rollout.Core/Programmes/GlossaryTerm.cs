using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A word of the programme, explained.</summary>
/// <param name="Key">Key by which it is linked to.</param>
/// <param name="Term">The word.</param>
/// <param name="Meaning">What it means, in plain words.</param>
/// <param name="About">What it speaks about.</param>
/// <param name="Source">Where it is said.</param>
public sealed record GlossaryTerm(string Key, LocalizedText Term, LocalizedText Meaning, ImmutableArray<GlossaryTopic> About, SourcePlace Source);

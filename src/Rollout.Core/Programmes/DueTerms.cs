using System.Collections.Frozen;

namespace Rollout.Core.Programmes;

/// <summary>Until when a programme or a step is due: in every phase alike, or phase by phase.</summary>
/// <param name="Everywhere">The deadline of every phase, or null when they differ.</param>
/// <param name="ByPhase">The deadlines of single phases, by key.</param>
public sealed record DueTerms(Deadline? Everywhere, FrozenDictionary<string, Deadline> ByPhase)
{
    /// <summary>Nothing is due.</summary>
    public static DueTerms None { get; } = new(null, FrozenDictionary<string, Deadline>.Empty);

    /// <summary>The deadline in a phase, or null.</summary>
    public Deadline? In(string phase) => ByPhase.GetValueOrDefault(phase) ?? Everywhere;
}

using Rollout.Core.Participants;

namespace Rollout.Core.Programmes;

/// <summary>What stands around a programme file: all that it may name and that is not in it. What is not known is not asked.</summary>
/// <param name="ParticipantSets">Keys of the participant sets that exist.</param>
public sealed record ProgrammeSurroundings(IReadOnlyCollection<string> ParticipantSets)
{
    /// <summary>The sets themselves, by key; null when only their keys are known.</summary>
    public IReadOnlyDictionary<string, ParticipantSet>? Sets { get; init; }

    /// <summary>Keys of the programmes of the catalogue, this one's own among them or not; null when there is no catalogue.</summary>
    public IReadOnlyCollection<string>? Programmes { get; init; }

    /// <summary>The files of published states that lie beside it; null when nobody looked.</summary>
    public IReadOnlyCollection<string>? Baselines { get; init; }

    /// <summary>The surroundings within a catalogue.</summary>
    /// <param name="sets">The participant sets by key.</param>
    /// <param name="programmes">Keys of its programmes.</param>
    public static ProgrammeSurroundings Of(IReadOnlyDictionary<string, ParticipantSet> sets, IReadOnlyCollection<string> programmes) =>
        new([.. sets.Keys]) { Sets = sets, Programmes = programmes };

    /// <summary>The codes of those who take part; null when one of their sets is not known, whose codes would all seem wrong.</summary>
    /// <param name="sets">Keys of the sets that take part.</param>
    internal IReadOnlyCollection<string>? CodesOf(IReadOnlyCollection<string> sets) => Sets is not { } all || sets.Count == 0 || !sets.All(all.ContainsKey)
        ? null : [.. sets.SelectMany(s => all[s].All).Select(p => p.Code).Distinct(StringComparer.Ordinal)];
}

using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Programmes;

/// <summary>The programmes of an installation, each with those who take part; the first is the default.</summary>
/// <param name="All">In their order.</param>
public sealed record ProgrammeCatalog(ImmutableArray<ProgrammeCatalog.Item> All)
{
    /// <summary>How the participants' sets became one another.</summary>
    public ImmutableArray<Lineage> Lineages { get; init; } = [];

    /// <summary>A programme with its participants.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Participants">Who takes part: the union when it names several sets.</param>
    public sealed record Item(Programme Programme, ParticipantSet Participants);

    /// <summary>The programme with a key, or null.</summary>
    public Item? Find(string? key) => All.FirstOrDefault(p => p.Programme.Key == key);

    /// <summary>What became of a set, or null when it stands.</summary>
    /// <param name="set">Key of the set.</param>
    public Lineage? LineageOf(string set) => Lineages.FirstOrDefault(l => l.Before.Key == set);
}

using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Programmes;

/// <summary>The programmes of an installation, each with those who take part; the first is the default.</summary>
/// <param name="All">In their order.</param>
public sealed record ProgrammeCatalog(ImmutableArray<ProgrammeCatalog.Item> All)
{
    private readonly IReadOnlyDictionary<string, ParticipantSet>? _sets;

    /// <summary>How the participants' sets became one another.</summary>
    public ImmutableArray<Lineage> Lineages { get; init; } = [];

    /// <summary>The sets that a programme may name, by key: those that stand alone in a programme when nobody told more.</summary>
    public IReadOnlyDictionary<string, ParticipantSet> Sets
    {
        get => _sets ?? All.Select(i => i.Participants).Where(p => p.Keys.Length == 1).DistinctBy(p => p.Key).ToDictionary(p => p.Key, StringComparer.Ordinal);
        init => _sets = value;
    }

    /// <summary>Versions that were kept and are not served, since they no longer read; what the files say is served in their place.</summary>
    public ImmutableArray<PassedVersion> Passed { get; init; } = [];

    /// <summary>A programme with its participants.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Participants">Who takes part: the union when it names several sets.</param>
    public sealed record Item(Programme Programme, ParticipantSet Participants)
    {
        /// <summary>The text it was read from; null when it was made without one.</summary>
        public ProgrammeOrigin? Origin { get; init; }
    }

    /// <summary>The programme with a key, or null.</summary>
    public Item? Find(string? key) => All.FirstOrDefault(p => p.Programme.Key == key);

    /// <summary>What became of a set, or null when it stands.</summary>
    /// <param name="set">Key of the set.</param>
    public Lineage? LineageOf(string set) => Lineages.FirstOrDefault(l => l.Before.Key == set);
}

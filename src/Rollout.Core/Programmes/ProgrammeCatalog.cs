using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Programmes;

/// <summary>The programmes of an installation, each with those who take part; the first is the default.</summary>
/// <param name="All">In their order.</param>
public sealed record ProgrammeCatalog(ImmutableArray<ProgrammeCatalog.Item> All)
{
    /// <summary>A programme with its participants.</summary>
    /// <param name="Programme">The programme.</param>
    /// <param name="Participants">Who takes part.</param>
    public sealed record Item(Programme Programme, ParticipantSet Participants);

    /// <summary>The programme with a key, or null.</summary>
    public Item? Find(string? key) => All.FirstOrDefault(p => p.Programme.Key == key);
}

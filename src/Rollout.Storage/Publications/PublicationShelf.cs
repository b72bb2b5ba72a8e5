using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Publications;

namespace Rollout.Storage.Publications;

/// <summary>All publications as they stand behind an entry: immutable, swapped as a whole.</summary>
/// <param name="Seq">The last entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="All">The publications by number.</param>
/// <param name="Entries">Every entry, in order.</param>
/// <param name="BrokenAt">The first entry that does not hold; null while all do.</param>
internal sealed record PublicationShelf(long Seq, string Hash, ImmutableSortedDictionary<long, Publication> All, ImmutableArray<PublicationEntry> Entries, long? BrokenAt)
{
    /// <summary>Before the first entry.</summary>
    public static PublicationShelf Empty { get; } = new(0, HashChain.Genesis, ImmutableSortedDictionary<long, Publication>.Empty, [], null);

    /// <summary>Goes on as far as the chain holds.</summary>
    public PublicationShelf Apply(IEnumerable<PublicationEntry> entries)
    {
        var shelf = this;
        foreach (var entry in entries)
        {
            if (shelf.BrokenAt is not null) break;
            shelf = shelf.Apply(entry);
        }
        return shelf;
    }

    private PublicationShelf Apply(PublicationEntry entry)
    {
        try
        {
            if (!PublicationChain.Holds(entry, Seq, Hash)) return this with { BrokenAt = Seq + 1 };
            var publication = (entry.Event, All.GetValueOrDefault(entry.Publication)) switch
            {
                (PublicationEvent.DraftBegun drafted, null) => Publication.Begin(entry.Publication, entry.Programme, drafted, entry.Actor, entry.At),
                (var happened, { } known) => known.Evolve(happened, entry.Actor, entry.At),
                _ => throw new FormatException($"Event {entry.Seq} belongs to no publication."),
            };
            return new(entry.Seq, entry.Hash, All.SetItem(entry.Publication, publication), Entries.Add(entry), null);
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            return this with { BrokenAt = Seq + 1 };
        }
    }
}

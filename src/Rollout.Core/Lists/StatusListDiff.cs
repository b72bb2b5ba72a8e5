using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Lists;

/// <summary>What changed in the lists between two instants.</summary>
/// <param name="From">The lists before.</param>
/// <param name="To">The lists after.</param>
/// <param name="Lists">By row, who joined and who left.</param>
public sealed record StatusListDiff(StatusLists From, StatusLists To, ImmutableArray<StatusListChange> Lists)
{
    /// <summary>Compares two readings of the same programme.</summary>
    public static StatusListDiff Between(StatusLists from, StatusLists to) => new(from, to, [.. from.Lists.Zip(to.Lists, Change)]);

    private static StatusListChange Change(StatusList before, StatusList after) =>
        new(after.Definition, [.. Without(after, before)], [.. Without(before, after)]);

    /// <summary>Who is named, not how: one that took another name in between neither joined nor left.</summary>
    private static IEnumerable<Participant> Without(StatusList list, StatusList other) => list.Participants.ExceptBy(other.Participants.Select(p => p.Id), p => p.Id);
}

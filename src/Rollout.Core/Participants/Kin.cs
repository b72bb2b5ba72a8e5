using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>Who a participant is, was and became, over all sets: by lineage alone, never by code. Kinship says nothing of how far anybody is.</summary>
/// <param name="Kind">How it is akin.</param>
/// <param name="Id">Who it is.</param>
public sealed record Kin(KinKind Kind, ParticipantId Id)
{
    /// <summary>The participant itself, then who took it over, the nearest first, then whom it took over.</summary>
    /// <param name="participant">The participant.</param>
    /// <param name="lineages">How the sets became one another.</param>
    public static ImmutableArray<Kin> Of(ParticipantId participant, ImmutableArray<Lineage> lineages)
    {
        var found = ImmutableArray.CreateBuilder<Kin>();
        var seen = new HashSet<ParticipantId> { participant };
        found.Add(new(KinKind.Same, participant));
        Follow(KinKind.Successor, id => lineages.Select(l => l.SuccessorOf(id)).OfType<Participant>());
        Follow(KinKind.Part, id => lineages.SelectMany(l => l.PartsOf(id)));
        return found.ToImmutable();

        // A successor may have been taken over in its turn.
        void Follow(KinKind kind, Func<ParticipantId, IEnumerable<Participant>> next)
        {
            var open = new Queue<ParticipantId>([participant]);
            while (open.TryDequeue(out var id))
                foreach (var other in next(id).Where(o => seen.Add(o.Id)))
                {
                    found.Add(new(kind, other.Id));
                    open.Enqueue(other.Id);
                }
        }
    }
}

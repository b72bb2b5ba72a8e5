using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Steps;

/// <summary>Whom a mandate means once those it names were taken over.</summary>
public static class Succession
{
    /// <summary>The mandate with everybody who was taken over by a day replaced by who took over; null when that changes nothing.</summary>
    /// <param name="mandate">The mandate.</param>
    /// <param name="lineages">How the sets became one another.</param>
    /// <param name="day">The day.</param>
    public static Mandate? Of(Mandate mandate, ImmutableArray<Lineage> lineages, DateOnly day)
    {
        ImmutableArray<ParticipantId> heirs = [.. mandate.Participants.Select(p => Heir(p, lineages, day)).Distinct()];
        return heirs.SequenceEqual(mandate.Participants) ? null : mandate with { Participants = heirs };
    }

    /// <summary>Who stands for a participant on a day: who took it over, or who took over that one in its turn.</summary>
    private static ParticipantId Heir(ParticipantId participant, ImmutableArray<Lineage> lineages, DateOnly day)
    {
        // A circle of sets that name each other ends where it began.
        var seen = new HashSet<ParticipantId>();
        while (seen.Add(participant) && lineages.Where(l => !(l.After.From > day)).Select(l => l.SuccessorOf(participant)).FirstOrDefault(s => s is not null) is { } heir)
            participant = heir.Id;
        return participant;
    }
}

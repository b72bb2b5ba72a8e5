using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Trends;

/// <summary>The open steps that wait on the same ones.</summary>
/// <param name="On">Who must act: <c>participant</c>, or agency keys; several when any or all of them must.</param>
/// <param name="Cells">How many steps.</param>
/// <param name="Participants">Of how many participants.</param>
/// <param name="Median">Median of how long they have waited; null when the beginning of none is known to the day.</param>
/// <param name="Undated">How many of them have no beginning that is known to the day; they stand in no median.</param>
/// <param name="Overdue">How many have waited at least <see cref="Boards.Attention.StuckAfter"/>; what is dated by its month counts from its end.</param>
/// <param name="Longest">What has waited longest.</param>
public sealed record WaitGroup(ImmutableArray<string> On, int Cells, int Participants, TimeSpan? Median, int Undated, int Overdue, WaitGroup.Wait Longest)
{
    /// <summary>One step that waits.</summary>
    /// <param name="Participant">Whose.</param>
    /// <param name="Step">Which.</param>
    /// <param name="For">How long, at least.</param>
    /// <param name="Since">Since when; null where no entry dates it.</param>
    /// <param name="Precision">How exactly that is known: of what is dated by its month no days can be told.</param>
    public sealed record Wait(Participant Participant, StepDefinition Step, TimeSpan For, DateTimeOffset? Since, DatePrecision Precision);
}

using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Verification;

/// <summary>Whose addresses have nothing behind them any more: they retire, which is no fault of anybody's.</summary>
public static class Retirement
{
    /// <summary>
    /// Whether a participant's addresses in a programme have retired by a day: the programme is closed, or the participant was joined with others. One
    /// that was taken over alone goes on under its successor's code, and its systems with it.
    /// </summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participant">Whose addresses.</param>
    /// <param name="lineages">How the sets became one another.</param>
    /// <param name="day">The day.</param>
    public static bool Of(Programme programme, ParticipantId participant, ImmutableArray<Lineage> lineages, DateOnly day) =>
        programme.Closing?.On <= day
        || lineages.Any(l => l.SuccessorOf(participant) is { } successor && !(l.After.From > day) && l.PartsOf(successor.Id).Length > 1);
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Trends;

namespace Rollout.Core.Reports;

/// <summary>What the weekly meeting looks at: what changed since the last document, and who must act.</summary>
/// <param name="Movement">What moved.</param>
/// <param name="Since">The document it is counted from; null when a day was chosen.</param>
/// <param name="Systems">By system, the counts then and now.</param>
/// <param name="Completed">By system, who completed it since.</param>
/// <param name="Backwards">Steps that lost ground.</param>
/// <param name="Obstacles">Steps of which somebody said since what blocks them.</param>
/// <param name="Waits">Whom the open steps wait on.</param>
/// <param name="InterruptedBefore">How many services were interrupted then; null while nothing was known of any.</param>
/// <param name="InterruptedNow">How many are now; null while nothing is known of any.</param>
/// <param name="Opened">Whose service opened since.</param>
/// <param name="Stopped">Whose service was interrupted since.</param>
public sealed record WeeklyFacts(
    ListMovement Movement, LastLetter? Since, ImmutableArray<(ConnectedSystem System, SystemCount Before, SystemCount After)> Systems,
    ImmutableArray<(ConnectedSystem System, ImmutableArray<Participant> Who)> Completed, ImmutableArray<WeeklyFacts.Item> Backwards, ImmutableArray<WeeklyFacts.Item> Obstacles,
    OpenWaits Waits, int? InterruptedBefore, int? InterruptedNow, ImmutableArray<Participant> Opened, ImmutableArray<Participant> Stopped)
{
    /// <summary>A step of somebody.</summary>
    /// <param name="Participant">Whose.</param>
    /// <param name="Step">What became of it.</param>
    public sealed record Item(Participant Participant, MovedStep Step);

    /// <summary>Reads them off two readings.</summary>
    public static WeeklyFacts Of(ListMovement movement, LastLetter? since)
    {
        var (from, to) = (movement.From, movement.To);
        var (programme, phase) = (to.Board.Programme, to.Phase.Key);
        var rows = to.Board.Rows.Select(r => (First: from.Board[r.Participant.Id], Second: r)).ToList();
        ImmutableArray<Item> Items(Func<MovedStep, bool> which) =>
            [.. movement.Participants.SelectMany(p => p.Steps.Where(which).Select(s => new Item(p.Participant, s)))];
        ImmutableArray<Participant> Became(ServiceState state) =>
            [.. rows.Where(r => r.Second.Service?.State == state && r.First.Service?.State != state).Select(r => r.Second.Participant)];
        return new(
            movement, since,
            [.. programme.Systems.Select(s => (s, SystemCount.Of(from.Board, s.Key, phase, from.AsOf), SystemCount.Of(to.Board, s.Key, phase, to.AsOf)))],
            [
                .. programme.Systems.Select(s => (s, (ImmutableArray<Participant>)
                [
                    .. rows.Where(r => Connection.Of(programme, r.Second, s.Key, phase, to.AsOf) == ConnectionStatus.Completed
                        && Connection.Of(programme, r.First, s.Key, phase, from.AsOf) != ConnectionStatus.Completed).Select(r => r.Second.Participant),
                ])),
            ],
            Items(s => s.IsBackward), Items(s => s.IsObstacle), OpenWaits.Of(to.Board, phase, to.AsOf), Interrupted(from.Board), Interrupted(to.Board),
            Became(ServiceState.Open), Became(ServiceState.Interrupted));
    }

    private static int? Interrupted(Board board) =>
        board.Rows.Any(r => r.Service is not null) ? board.Rows.Count(r => r.Service?.State == ServiceState.Interrupted) : null;
}

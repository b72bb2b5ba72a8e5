using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>The status lists of a phase at an instant: Appendix I, derived.</summary>
/// <param name="Board">The board they were read from.</param>
/// <param name="Phase">The phase.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Lists">The rows.</param>
/// <param name="Unlisted">
/// Those whose state with some system or step no row tells: Appendix I leaves a hole for one that finished the second system before the first.
/// </param>
/// <param name="Unknown">Those of whom nothing is known yet with some system or step; they stand in no row of it.</param>
public sealed record StatusLists(
    Board Board, Phase Phase, DateTimeOffset AsOf, ImmutableArray<StatusList> Lists, ImmutableArray<Participant> Unlisted,
    ImmutableArray<Participant> Unknown)
{
    /// <summary>Whether every participant's state is known.</summary>
    public bool Known => Unknown.IsEmpty;

    /// <summary>Reads the lists off a board.</summary>
    /// <param name="board">The board as of the instant.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="asOf">The instant.</param>
    public static StatusLists Of(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        var rules = new ListRules(board, phase, asOf);
        var names = programme.ListDefinitions.Select(_ => ImmutableArray.CreateBuilder<Participant>()).ToArray();
        var unlisted = ImmutableArray.CreateBuilder<Participant>();
        var unknown = ImmutableArray.CreateBuilder<Participant>();
        foreach (var row in board.Rows)
        {
            var (isUnknown, isUnlisted) = rules.Read(row, names);
            if (isUnknown) unknown.Add(row.Participant);
            else if (isUnlisted) unlisted.Add(row.Participant);
        }
        return new(
            board, programme.FindPhase(phase)!, asOf, [.. programme.ListDefinitions.Select((l, i) => new StatusList(l, names[i].ToImmutable()) { NothingKnown = rules.NothingKnown(i) })],
            unlisted.ToImmutable(), unknown.ToImmutable());
    }
}

using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>
/// A board of an earlier set read by those who took its participants over. It only puts rows together: a successor starts from its own
/// baseline, so nothing here says how far a successor is, not even when every part of it was done.
/// </summary>
/// <param name="Groups">The successors of whom some part stands on the board, in their official order.</param>
/// <param name="Others">The rows of those whom the lineage does not know, in the board's order.</param>
public sealed record SuccessorView(ImmutableArray<SuccessorGroup> Groups, ImmutableArray<ParticipantProgress> Others)
{
    /// <summary>Reads a phase of a board as of an instant.</summary>
    /// <param name="board">The board.</param>
    /// <param name="lineage">How its set became another.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="asOf">The instant that is looked at.</param>
    public static SuccessorView Of(Board board, Lineage lineage, string phase, DateTimeOffset asOf)
    {
        var groups = ImmutableArray.CreateBuilder<SuccessorGroup>();
        foreach (var successor in lineage.After.All)
        {
            var rows = lineage.PartsOf(successor.Id).Where(p => board.Participants.Find(p.Id) is not null).Select(p => board[p.Id]).ToImmutableArray();
            if (rows.IsEmpty) continue;
            groups.Add(new(successor, [.. rows.Select(r => new SuccessorPart(r, Summary([r])))], Summary(rows)));
        }
        return new(groups.ToImmutable(), [.. board.Rows.Where(r => lineage.SuccessorOf(r.Participant.Id) is null)]);

        BoardSummary Summary(ImmutableArray<ParticipantProgress> rows) =>
            BoardSummary.Of(Board.From(board.Programme, new(lineage.Before.Key, rows.Select(r => r.Participant)), rows, board.Seq), phase, asOf);
    }
}

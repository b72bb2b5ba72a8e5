using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Appendices;

/// <summary>What an import would do to a board: decided like the import itself, written nowhere.</summary>
/// <param name="Seq">The latest entry of the board it was made on.</param>
/// <param name="Written">Commands that would be written, with what would happen.</param>
/// <param name="Left">Cells that would be left because of a later entry, with the rule's words.</param>
/// <param name="Already">How many are so already.</param>
public sealed record ImportPlan(
    long Seq, ImmutableArray<(StepCommand Command, ImmutableArray<StepEvent> Events)> Written, ImmutableArray<(StepCommand Command, Message Why)> Left, int Already)
{
    /// <summary>Plans an import.</summary>
    /// <param name="board">The board as it is now.</param>
    /// <param name="commands">What the document says.</param>
    /// <param name="now">The present.</param>
    public static ImportPlan Of(Board board, IEnumerable<StepCommand> commands, DateTimeOffset now)
    {
        var written = ImmutableArray.CreateBuilder<(StepCommand, ImmutableArray<StepEvent>)>();
        var left = ImmutableArray.CreateBuilder<(StepCommand, Message)>();
        var already = 0;
        foreach (var command in commands)
            switch (StepDecider.Decide(board.Programme, board[command.Participant], command, now))
            {
                case Decision.Refused refused: left.Add((command, refused.Refusal.Message)); break;
                case Decision.Accepted { Events.IsEmpty: true }: already++; break;
                case Decision.Accepted accepted: written.Add((command, [.. accepted.Events])); break;
            }
        return new(board.Seq, written.ToImmutable(), left.ToImmutable(), already);
    }

    /// <summary>What a command would come to: written, left or so already.</summary>
    public static PlannedFate FateOf(ParticipantProgress row, Programme programme, StepCommand command, DateTimeOffset now) =>
        StepDecider.Decide(programme, row, command, now) switch
        {
            Decision.Refused => PlannedFate.Left,
            Decision.Accepted { Events.IsEmpty: true } => PlannedFate.Already,
            _ => PlannedFate.Written,
        };
}

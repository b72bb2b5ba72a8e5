using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>Every rule of product.md about who may change what, and when. Pure: row and command in, events or a refusal out.</summary>
public static class StepDecider
{
    /// <summary>Decides a command against the row it speaks of.</summary>
    /// <param name="programme">The rules of the programme.</param>
    /// <param name="row">The participant's row as it is now.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="now">The domain's present.</param>
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand command, DateTimeOffset now) => command switch
    {
        StepCommand.Change change => ChangeRules.Decide(programme, row, change, now),
        StepCommand.Comment comment => CommentRules.Decide(programme, row, comment, now),
        StepCommand.Observe observe => ObservationRules.Decide(programme, row, observe, now),
        StepCommand.Import import => ImportRules.Decide(programme, row, import),
        StepCommand.StateSource source => ImportRules.Decide(programme, row, source),
        StepCommand.Uphold uphold => DisagreementRules.Decide(programme, row, uphold, now),
        StepCommand.SetProbing probing => ProbingRules.Decide(row, probing, now),
        StepCommand.SetService service => ServiceRules.Decide(programme, row, service, now),
        StepCommand.StateFigure figure => FigureRules.Decide(programme, row, figure, now),
        _ => throw new InvalidOperationException($"Nobody decides {command.GetType().Name}."),
    };

    /// <summary>An event that holds since an instant, never before the cell's own last one (the domain clock may have been set back).</summary>
    internal static Decision Accept(StepState cell, DateTimeOffset at, params ReadOnlySpan<StepEvent> events) =>
        new Decision.Accepted([.. events], cell.LastAt > at ? cell.LastAt.Value : at);

    /// <summary>A refusal.</summary>
    internal static Decision Refuse(Refusal refusal) => new Decision.Refused(refusal);
}

using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Core.Measures;

/// <summary>What a row of a table would come to.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Participant">Whose figure.</param>
/// <param name="Before">The figure there is; null where there is none.</param>
/// <param name="After">The figure that the row states.</param>
/// <param name="Command">What writes it; null where it is so already.</param>
public sealed record PlannedFigure(int Row, Participant Participant, decimal? Before, decimal After, StepCommand.StateFigure? Command)
{
    /// <summary>Whether something was said of the period before, so that this corrects it.</summary>
    public bool Corrects => Command is { Version: > 0 };
}

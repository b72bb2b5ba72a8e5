using System.Collections.Immutable;
using Rollout.Core.Measures;
using Rollout.Core.Steps;

namespace Rollout.Web.Measuring;

/// <summary>What came of a table of figures.</summary>
/// <param name="Refusal">Why nothing was written; null when it was.</param>
/// <param name="Sheet">What the table said; null where it was not read at all.</param>
/// <param name="Written">Entries written.</param>
/// <param name="Already">Figures that were so already.</param>
/// <param name="Moved">Figures that somebody stated since the preview; then nothing was written.</param>
public sealed record FigureOutcome(Refusal? Refusal, FigureSheet? Sheet, int Written, int Already, ImmutableArray<SheetFigure> Moved)
{
    /// <summary>Nothing was written.</summary>
    public static FigureOutcome Refused(Refusal refusal, FigureSheet? sheet = null) => new(refusal, sheet, 0, 0, []);
}

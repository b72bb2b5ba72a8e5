using Rollout.Core.Calendar;
using Rollout.Core.Programmes;

namespace Rollout.Core.Measures;

/// <summary>A column of figures: one measure, one period.</summary>
/// <param name="Index">Its place in the table, from 0.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Period">The days that its figures speak of.</param>
public sealed record SheetColumn(int Index, MeasureDefinition Measure, FigurePeriod Period)
{
    /// <summary>What stands at its head: <c>KEY 2025-07-01..2025-10-28</c>.</summary>
    public string Heading => HeadingOf(Measure, Period);

    /// <summary>What stands at the head of the column of a measure and a period.</summary>
    public static string HeadingOf(MeasureDefinition measure, FigurePeriod period) => $"{measure.Key} {period}";
}

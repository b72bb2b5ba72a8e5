using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>Cells of a status: a word for people, another for machines.</summary>
internal static class StepCells
{
    /// <summary>What stands for a step that does not concern the participant: neither done nor missing.</summary>
    public static ReportCell None { get; } = new("–") { Code = "notApplicable" };

    /// <summary>The cell; without words of people's the machines' word stands there.</summary>
    public static ReportCell Status(StepState cell, bool known, ReportWords? words)
    {
        var code = known ? Words.Of(cell.Status) : "unknown";
        return new(words?.Status(cell, known) ?? code) { Code = code };
    }
}

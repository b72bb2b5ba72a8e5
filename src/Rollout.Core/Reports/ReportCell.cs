using System.Globalization;

namespace Rollout.Core.Reports;

/// <summary>A cell: a text, or a number that spreadsheets can add.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Number">The number behind it, if it is one.</param>
public sealed record ReportCell(string Text, int? Number = null)
{
    /// <summary>A cell with a number.</summary>
    public static ReportCell Of(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}

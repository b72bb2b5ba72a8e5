using System.Globalization;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>A cell: a text, or a number that spreadsheets can add.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Number">The number behind it, if it is one.</param>
public sealed record ReportCell(string Text, decimal? Number = null)
{
    /// <summary>The word that stands for it where machines read (csv, json); null where that is the text itself.</summary>
    public string? Code { get; init; }

    /// <summary>Whether it stands out in print, as the title of a part does among its rows.</summary>
    public bool Strong { get; init; }

    /// <summary>What machines read.</summary>
    public string Machine => Code ?? Text;

    /// <summary>A cell with a number.</summary>
    public static ReportCell Of(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);

    /// <summary>A cell with a number that may have decimals, without needless noughts.</summary>
    public static ReportCell Of(decimal number)
    {
        var text = ExactNumber.Of(number);
        return new(text, ExactNumber.Read(text));
    }
}

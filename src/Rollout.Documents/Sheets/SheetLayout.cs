using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Rollout.Documents.Sheets;

/// <summary>How a sheet stands on the screen and on paper.</summary>
internal static class SheetLayout
{
    private const double Inch = 25.4;

    /// <summary>The view; rows above the given one stay in sight, null where all rows move.</summary>
    public static SheetViews View(uint? head)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (head is { } row)
        {
            var below = SheetRows.At(0, row + 1);
            view.Append(
                new Pane { VerticalSplit = row, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new() { InnerText = below } });
        }
        return new(view);
    }

    /// <summary>Widths of the columns, in characters.</summary>
    public static Columns Columns(IEnumerable<int> widths) => new(widths.Select((width, i) => new Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        Width = width,
        CustomWidth = true,
    }));

    /// <summary>A4 portrait with the margins of the official form, as wide as the page, numbered from the second page on.</summary>
    public static OpenXmlElement[] Page() =>
    [
        new PrintOptions { HorizontalCentered = true },
        new PageMargins { Left = 30 / Inch, Right = 15 / Inch, Top = 20 / Inch, Bottom = 20 / Inch, Header = 10 / Inch, Footer = 10 / Inch },
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
        new HeaderFooter { DifferentFirst = true, OddHeader = new("&C&P") },
    ];
}

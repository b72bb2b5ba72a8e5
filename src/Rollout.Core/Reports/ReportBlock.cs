using System.Collections.Immutable;
using Rollout.Core.Pictures;

namespace Rollout.Core.Reports;

/// <summary>A block of a document: a closed family.</summary>
public abstract record ReportBlock
{
    private ReportBlock() { }

    /// <summary>A paragraph.</summary>
    /// <param name="Text">Its text; a line feed breaks the line.</param>
    /// <param name="Style">How it stands.</param>
    public sealed record Paragraph(string Text, ReportStyle Style) : ReportBlock;

    /// <summary>A table whose head is repeated on every page.</summary>
    /// <param name="Name">What it is called where tables have names.</param>
    /// <param name="Columns">Its columns.</param>
    /// <param name="Rows">Its cells, row by row.</param>
    public sealed record Table(string Name, ImmutableArray<ReportColumn> Columns, ImmutableArray<ImmutableArray<ReportCell>> Rows) : ReportBlock
    {
        /// <summary>Without lines, as places for signatures stand.</summary>
        public bool Bare { get; init; }
    }

    /// <summary>Paragraphs beside each other, as the head and the foot of a letter stand.</summary>
    /// <param name="Columns">From left to right.</param>
    public sealed record Sides(ImmutableArray<ReportSide> Columns) : ReportBlock;

    /// <summary>A picture across the page. What it shows must stand in a table or a text too: csv, json and spreadsheets pass it over.</summary>
    /// <param name="Alt">What it shows, for those who cannot see it.</param>
    /// <param name="Drawing">The drawing.</param>
    public sealed record Picture(string Alt, Drawing Drawing) : ReportBlock;

    /// <summary>A new page on which the pages are counted anew, as a phụ lục behind its letter begins.</summary>
    public sealed record NewPart : ReportBlock;
}

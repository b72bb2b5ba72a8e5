using System.Collections.Immutable;

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
}

using System.Collections.Immutable;

namespace Rollout.Documents;

/// <summary>The formats we print. Writers hold no state, so one of each serves everybody.</summary>
public static class ReportWriters
{
    /// <summary>All writers, the official format first.</summary>
    public static ImmutableArray<IReportWriter> All { get; } = [new DocxWriter(), new XlsxWriter(), new CsvWriter(), new JsonWriter(), new HtmlWriter()];

    /// <summary>Names of the formats, for a refusal to list.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. All.Select(w => w.Format)];

    /// <summary>The writer of a format, or null when there is none.</summary>
    public static IReportWriter? Find(string format) =>
        All.FirstOrDefault(w => string.Equals(w.Format, format, StringComparison.OrdinalIgnoreCase));
}

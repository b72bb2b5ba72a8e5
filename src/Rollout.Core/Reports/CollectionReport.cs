using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Collecting;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The lists of received and missing reports: who has handed in, who has not, who was late.</summary>
public static class CollectionReport
{
    private static readonly int[] Widths = [6, 22, 18, 14, 12, 20, 8];

    /// <summary>The document: a table for each report and copy, and one flat list for machines.</summary>
    /// <param name="collection">What came.</param>
    /// <param name="copies">The reports and copies it tells of.</param>
    /// <param name="words">Its words.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(ReportCollection collection, ImmutableArray<CollectedCopy> copies, CollectionWords words, string language) => new(
        words.Title, language, collection.AsOf,
        [
            new ReportBlock.Paragraph(words.Title, ReportStyle.Title),
            .. words.Request.Length > 0 ? [new ReportBlock.Paragraph(words.Request, ReportStyle.IssuedWith)] : (ReportBlock[])[],
            .. copies.SelectMany(c => (ReportBlock[])[new ReportBlock.Paragraph(words.Heading(c), ReportStyle.Heading), Table(c, words)]),
        ],
        [
            new(
                words.Title,
                [
                    "report", "phase", "code", "name", "state", "receivedOn", "precision", "lastDay", "workingDaysLate", "missingSteps", "confirmed", "files",
                    .. collection.Form.Reports.SelectMany(r => r.Measures).Distinct(StringComparer.Ordinal).Select(m => $"figure:{m}"),
                ],
                [.. copies.SelectMany(c => c.Receipts.Select(r => Record(collection, c, r)))]),
        ]);

    private static ReportBlock.Table Table(CollectedCopy copy, CollectionWords words) => new(
        words.Heading(copy), [.. words.Columns.Select((c, i) => new ReportColumn(c, Widths[i], i is 0 or 3 or 4 or 6))],
        [.. copy.Receipts.Select((r, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(r.Participant.Name), new(words.State(r.State)), new(Printed(r)), r.Days > 0 ? ReportCell.Of(r.Days) : new(""),
            new(string.Join(", ", r.Open)), r.Files > 0 ? ReportCell.Of(r.Files) : new(""),
        ])]);

    private static string Printed(Receipt receipt) =>
        receipt.On is not { } on ? "" : receipt.Precision == DatePrecision.Month ? ReportDates.Month(on) : ReportDates.Day(on);

    private static ImmutableArray<ReportCell> Record(ReportCollection collection, CollectedCopy copy, Receipt receipt) =>
    [
        new(copy.Report.Key), new(copy.Phase.Key), new(receipt.Participant.Code), new(receipt.Participant.Name), new(Words.Of(receipt.State)), Day(receipt.On),
        new(receipt.On is null ? "" : Words.Of(receipt.Precision)), Day(copy.LastDay), ReportCell.Of(receipt.Days), new(string.Join(' ', receipt.Open)),
        new(receipt.Confirmed ? "true" : "false"), ReportCell.Of(receipt.Files),
        .. collection.Form.Reports.SelectMany(r => r.Measures).Distinct(StringComparer.Ordinal)
            .Select(m => new ReportCell(receipt.Figures.FirstOrDefault(f => f.Key == m).Value is { } value ? ExactNumber.Of(value) : "")),
    ];

    private static ReportCell Day(DateOnly? day) => new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
}

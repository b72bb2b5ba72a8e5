using System.Collections.Immutable;

namespace Rollout.Core.Reports;

/// <summary>A document before it has a format: what is read from top to bottom, and the same as records for machines.</summary>
/// <param name="Title">Title for the file's properties.</param>
/// <param name="Language">Two letters.</param>
/// <param name="AsOf">The instant whose state it shows; also the file's date, so that the same state gives the same bytes.</param>
/// <param name="Blocks">Paragraphs and tables, in order.</param>
/// <param name="Records">The same state as plain records: csv prints the first, xlsx adds each as a sheet.</param>
public sealed record ReportDocument(
    string Title, string Language, DateTimeOffset AsOf, ImmutableArray<ReportBlock> Blocks, ImmutableArray<ReportRecords> Records);

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The progress report: the service first, then connections, map, trend, regions, and what does not move and on whom it waits.</summary>
public static class ProgressReport
{
    // More than this nobody reads on paper; all of it stands in the records.
    private const int MostStuck = 60;

    private static readonly int[] StuckWidths = [8, 16, 30, 14, 15, 17];

    /// <summary>The document.</summary>
    /// <param name="form">Its words.</param>
    /// <param name="facts">What it is filled with.</param>
    /// <param name="words">The words of statuses.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(ProgressForm form, ProgressFacts facts, ReportWords words, string language)
    {
        var (board, phase, asOf) = (facts.Board, facts.Phase.Key, facts.AsOf);
        var summary = BoardSummary.Of(board, phase, asOf);
        var items = Attention.Of(board, phase, asOf);
        var state = TextTemplate.Fill(form.State.In(language), ("phase", facts.Phase.Title.In(language)), ("asOf", ReportDates.Moment(asOf)));
        var regions = RegionRows.Of(board, phase, asOf);
        return new(
            form.Title.In(language).ReplaceLineEndings(" "), language, asOf,
            [
                new ReportBlock.Paragraph(form.Title.In(language), ReportStyle.Title),
                new ReportBlock.Paragraph(state, ReportStyle.IssuedWith),
                .. Service(form, facts, summary, language),
                new ReportBlock.Paragraph(form.Systems.In(language), ReportStyle.Heading),
                .. Systems(form, board.Programme, summary, language),
                .. ProgressPictures.Of(form, facts, summary, words, language),
                .. regions.Length == 0 ? [] : (ReportBlock[])[new ReportBlock.Paragraph(form.Regions.In(language), ReportStyle.Heading), Regions(form, board.Programme, regions, language)],
                new ReportBlock.Paragraph(form.Stuck.In(language), ReportStyle.Heading),
                .. Stuck(form, items, words, language),
            ],
            [RegionRows.Records(form.Regions.In(language), board.Programme, regions), Records(form.Stuck.In(language), items, words, language)]);
    }

    private static IEnumerable<ReportBlock> Service(ProgressForm form, ProgressFacts facts, BoardSummary summary, string language)
    {
        if (facts.Board.Programme.Service is not { } service || summary.Services.IsEmpty) yield break;
        yield return new ReportBlock.Paragraph(form.Service.In(language), ReportStyle.Heading);
        var says = TextTemplate.Fill(
            form.ServiceState.In(language), ("service", service.Title.In(language)), ("interrupted", Count(summary.Services.GetValueOrDefault(ServiceState.Interrupted))),
            ("open", Count(summary.Services.GetValueOrDefault(ServiceState.Open))), ("total", Count(summary.Participants)));
        if (summary.InterruptedSince is { } since)
            says = $"{says} {TextTemplate.Fill(form.ServiceSince.In(language), ("since", ReportDates.Moment(since)), ("days", Count((int)(facts.AsOf - since).TotalDays)))}";
        yield return new ReportBlock.Paragraph(says, ReportStyle.Body);
    }

    private static IEnumerable<ReportBlock> Systems(ProgressForm form, Programme programme, BoardSummary summary, string language)
    {
        foreach (var (system, count) in programme.Systems.Zip(summary.Systems))
            yield return new ReportBlock.Paragraph(
                TextTemplate.Fill(
                    form.SystemState.In(language), ("system", system.Title.In(language)), ("completed", Count(count.Completed)), ("inProgress", Count(count.InProgress)),
                    ("notStarted", Count(count.NotStarted)), ("unknown", Count(count.Unknown)), ("total", Count(summary.Participants))),
                ReportStyle.Body);
        yield return new ReportBlock.Paragraph(
            TextTemplate.Fill(
                form.StepsState.In(language), ("done", Count(summary.StepsDone)), ("steps", Count(summary.Steps)), ("endToEnd", Count(summary.EndToEnd)),
                ("total", Count(summary.Participants))),
            ReportStyle.Body);
    }

    private static ReportBlock.Table Regions(ProgressForm form, Programme programme, ImmutableArray<RegionRow> rows, string language)
    {
        var share = 58 / Math.Max(1, programme.Systems.Length);
        return new(
            form.Regions.In(language),
            [
                new(form.RegionColumns[0].In(language), 28, false), new(form.RegionColumns[1].In(language), 14, true),
                .. programme.Systems.Select(s => new ReportColumn(TextTemplate.Fill(form.RegionColumns[2].In(language), ("system", s.Short.In(language))), share, true)),
            ],
            [
                .. rows.Select(r => RegionCells(r.Name, r, strong: false)),
                RegionCells(form.All.In(language), RegionRow.Sum(rows), strong: true),
            ]);
    }

    private static ImmutableArray<ReportCell> RegionCells(string name, RegionRow row, bool strong) =>
    [
        new(name) { Strong = strong }, ReportCell.Of(row.Participants) with { Strong = strong },
        .. row.Systems.Select(s => new ReportCell(string.Create(CultureInfo.InvariantCulture, $"{s.Completed} / {s.InProgress} / {s.NotStarted}")) { Strong = strong }),
    ];

    private static IEnumerable<ReportBlock> Stuck(ProgressForm form, ImmutableArray<AttentionItem> items, ReportWords words, string language)
    {
        if (items.IsEmpty)
        {
            yield return new ReportBlock.Paragraph(form.NothingStuck.In(language), ReportStyle.Body);
            yield break;
        }
        yield return new ReportBlock.Table(
            form.Stuck.In(language), [.. form.StuckColumns.Select((c, i) => new ReportColumn(c.In(language), StuckWidths[i], i is 0 or 5))],
            [.. items.Take(MostStuck).Select((item, i) => (ImmutableArray<ReportCell>)
            [
                ReportCell.Of(i + 1), new(item.Participant.Name), new($"{item.Step.Key} {item.Step.Title.In(language)}"), new(words.Attention(item.Kind)),
                new(string.Join(", ", item.WaitsOn.Select(words.Owner))), new(ReportDates.Printed(item.Since, item.Cell.Precision)),
            ])]);
        if (items.Length > MostStuck)
            yield return new ReportBlock.Paragraph(TextTemplate.Fill(form.StuckMore.In(language), ("count", Count(items.Length - MostStuck))), ReportStyle.Body);
    }

    private static ReportRecords Records(string name, ImmutableArray<AttentionItem> items, ReportWords words, string language) => new(
        name, ["code", "name", "step", "title", "kind", "waitsOn", "since"],
        [.. items.Select(i => (ImmutableArray<ReportCell>)
        [
            new(i.Participant.Code), new(i.Participant.Name), new(i.Step.Key), new(i.Step.Title.In(language)), new(words.Attention(i.Kind)) { Code = Words.Of(i.Kind) },
            new(string.Join(", ", i.WaitsOn.Select(words.Owner))) { Code = string.Join(' ', i.WaitsOn) }, new(ReportDates.Instant(i.Since)),
        ])]);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Lists;
using Rollout.Core.Steps;

namespace Rollout.Core.Reports;

/// <summary>Appendix I: the status lists in the form of the letter they go with.</summary>
public static class AppendixReport
{
    /// <summary>The document of a reading of the lists.</summary>
    /// <param name="lists">The reading.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="words">The words of statuses for the table of steps; without them it has the machines' words.</param>
    public static ReportDocument Of(StatusLists lists, string language, ReportWords? words = null)
    {
        var form = lists.Board.Programme.Appendix;
        var name = form.Name.In(language);
        int[] widths = [8, 34, 14, 44];
        return new(
            form.Title.In(language).ReplaceLineEndings(" "), language, lists.AsOf,
            [
                new ReportBlock.Paragraph(name, ReportStyle.AppendixName),
                new ReportBlock.Paragraph(form.Title.In(language), ReportStyle.Title),
                new ReportBlock.Paragraph(form.IssuedWith.In(language), ReportStyle.IssuedWith),
                new ReportBlock.Table(
                    name, [.. form.Columns.Select((c, i) => new ReportColumn(c.In(language), widths[i], i is 0 or 2))],
                    [.. lists.Lists.Select(l => (ImmutableArray<ReportCell>)
                    [
                        ReportCell.Of(l.Definition.Number), new(l.Definition.Title.In(language)), ReportCell.Of(l.Count),
                        new(string.Join(", ", l.Participants.Select(p => p.Name))),
                    ])]),
            ],
            [Names(lists, name, language), .. lists.Lists.Select(l => List(l, name)), Steps(lists, language, words)]);
    }

    private static ReportRecords Names(StatusLists lists, string name, string language) => new(
        name, ["number", "title", "count", "code", "name"],
        [.. lists.Lists.SelectMany(l => l.Participants.Select(p => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(l.Definition.Number), new(l.Definition.Title.In(language)), ReportCell.Of(l.Count), new(p.Code), new(p.Name),
        ]))]);

    private static ReportRecords List(StatusList list, string name) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}.{list.Definition.Number}"), ["no", "code", "name", "region"],
        [.. list.Participants.Select((p, i) => (ImmutableArray<ReportCell>)[ReportCell.Of(i + 1), new(p.Code), new(p.Name), new(p.Region)])]);

    private static ReportRecords Steps(StatusLists lists, string language, ReportWords? words)
    {
        var (programme, phase) = (lists.Board.Programme, lists.Phase);
        return new(
            phase.Short.In(language), ["code", "name", .. programme.Steps.Select(s => s.Key)],
            [.. lists.Board.Rows.Select(row => Steps(row, phase.Key, row.KnowsPhase(phase.Key, lists.AsOf), words))]);
    }

    private static ImmutableArray<ReportCell> Steps(ParticipantProgress row, string phase, bool known, ReportWords? words)
    {
        var cells = ImmutableArray.CreateBuilder<ReportCell>();
        cells.Add(new(row.Participant.Code));
        cells.Add(new(row.Participant.Name));
        foreach (var cell in row.In(phase)) cells.Add(StepCells.Status(cell, known || cell.HasEntries, words));
        return cells.ToImmutable();
    }
}

using System.Collections.Immutable;
using Rollout.Core.Lists;

namespace Rollout.Core.Reports;

/// <summary>Appendix I: the status lists in the form of the letter they go with.</summary>
public static class AppendixReport
{
    /// <summary>The document of a reading of the lists.</summary>
    /// <param name="lists">The reading.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(StatusLists lists, string language)
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
            [Records(lists, name, language)]);
    }

    private static ReportRecords Records(StatusLists lists, string name, string language) => new(
        name, ["number", "title", "count", "code", "name"],
        [.. lists.Lists.SelectMany(l => l.Participants.Select(p => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(l.Definition.Number), new(l.Definition.Title.In(language)), ReportCell.Of(l.Count), new(p.Code), new(p.Name),
        ]))]);
}

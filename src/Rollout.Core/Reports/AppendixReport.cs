using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;

namespace Rollout.Core.Reports;

/// <summary>Appendix I: the status lists in the form of the letter they go with, as they are now or as a publication froze them.</summary>
public static class AppendixReport
{
    private static readonly int[] Widths = [8, 34, 14, 44];

    /// <summary>The document of a reading of the lists.</summary>
    /// <param name="lists">The reading.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="words">The words of statuses for the table of steps; without them it has the machines' words.</param>
    public static ReportDocument Of(StatusLists lists, string language, ReportWords? words = null)
    {
        var form = lists.Board.Programme.Appendix;
        return Of(
            language, lists.AsOf, form.Name.In(language), form.Title.In(language), form.IssuedWith.In(language), [.. form.Columns.Select(c => c.In(language))],
            [.. lists.Lists.Select(l => new PublishedRow(l.Definition.Number, l.Definition.Title.In(language), [.. l.Participants.Select(p => new PublishedName(p.Code, p.Name))], Extra: false))],
            [], [.. lists.Lists.Select(l => List(l, form.Name.In(language))), Steps(lists, language, words)]);
    }

    /// <summary>The document of a publication's content.</summary>
    /// <param name="content">The content.</param>
    /// <param name="number">The letter's number; null leaves the blanks blank.</param>
    /// <param name="date">The letter's date.</param>
    public static ReportDocument Of(PublicationContent content, string? number, DateOnly date)
    {
        var head = content.Head;
        return Of(
            PublicationContent.Language, content.AsOf, head.Name, head.Title, IssuedWith(head, number, date), [.. head.Columns], [.. content.Rows], [.. content.Notes], []);
    }

    /// <summary>
    /// The line of the letter, filled in. Days below ten and the first two months bear a nought before them, as Nghị định 30/2020/NĐ-CP has it,
    /// so that nothing can be written in front.
    /// </summary>
    public static string IssuedWith(PublishedHead head, string? number, DateOnly date) => number is null || head.IssuedWithNumber.Length == 0
        ? head.IssuedWith
        : head.IssuedWithNumber
            .Replace("{day}", date.Day.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", date.Month.ToString(date.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{number}", number, StringComparison.Ordinal);

    private static ReportDocument Of(
        string language, DateTimeOffset asOf, string name, string title, string issuedWith, ImmutableArray<string> columns, ImmutableArray<PublishedRow> rows, ImmutableArray<string> notes,
        ImmutableArray<ReportRecords> more) => new(
        title.ReplaceLineEndings(" "), language, asOf,
        [
            new ReportBlock.Paragraph(name, ReportStyle.AppendixName),
            new ReportBlock.Paragraph(title, ReportStyle.Title),
            new ReportBlock.Paragraph(issuedWith, ReportStyle.IssuedWith),
            new ReportBlock.Table(
                name, [.. columns.Select((c, i) => new ReportColumn(c, Widths[i], i is 0 or 2))],
                [.. rows.Select(r => (ImmutableArray<ReportCell>)[ReportCell.Of(r.Number), new(r.Title), ReportCell.Of(r.Names.Count), new(string.Join(", ", r.Names.Select(n => n.Name)))])]),
            .. notes.Select(n => new ReportBlock.Paragraph(n, ReportStyle.Body)),
        ],
        [Records(name, rows), .. more]);

    private static ReportRecords Records(string name, ImmutableArray<PublishedRow> rows) => new(
        name, ["number", "title", "count", "code", "name"],
        [
            .. rows.SelectMany(r => r.Names.Select(n => (ImmutableArray<ReportCell>)
                [ReportCell.Of(r.Number), new(r.Title), ReportCell.Of(r.Names.Count), new(n.Code), new(n.Name)])),
        ]);
    private static ReportRecords List(StatusList list, string name) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name}.{list.Definition.Number}"), ["no", "code", "name", "region"],
        [.. list.Participants.Select((p, i) => (ImmutableArray<ReportCell>)[ReportCell.Of(i + 1), new(p.Code), new(p.Name), new(p.Region)])]);

    private static ReportRecords Steps(StatusLists lists, string language, ReportWords? words)
    {
        var (programme, phase) = (lists.Board.Programme, lists.Phase);
        return new(
            phase.Short.In(language), ["code", "name", .. programme.Steps.Select(s => s.Key)],
            [.. lists.Board.Rows.Select(row => Steps(programme, row, phase.Key, row.KnowsPhase(phase.Key, lists.AsOf), words))]);
    }

    private static ImmutableArray<ReportCell> Steps(Programme programme, ParticipantProgress row, string phase, bool known, ReportWords? words)
    {
        var cells = ImmutableArray.CreateBuilder<ReportCell>();
        cells.Add(new(row.Participant.Code));
        cells.Add(new(row.Participant.Name));
        var states = row.In(phase);
        for (var i = 0; i < states.Length; i++)
            cells.Add(row.Applies(phase, programme.Steps[i]) ? StepCells.Status(states[i], known || states[i].HasEntries, words) : StepCells.None);
        return cells.ToImmutable();
    }
}

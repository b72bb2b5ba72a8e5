using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>Appendix II of a participant: the official texts of the steps, each with where it stands and who must act.</summary>
public static class ChecklistReport
{
    private static readonly int[] Widths = [9, 35, 13, 16, 12, 15];

    /// <summary>The document.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="form">Its words.</param>
    /// <param name="row">The participant's row.</param>
    /// <param name="phase">The phase.</param>
    /// <param name="asOf">The instant of the state.</param>
    /// <param name="words">The words of statuses.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(
        Programme programme, ChecklistForm form, ParticipantProgress row, Phase phase, DateTimeOffset asOf, ReportWords words, string language)
    {
        var name = form.Name.In(language);
        var state = TextTemplate.Fill(
            form.State.In(language), ("participant", row.Participant.Name), ("phase", phase.Title.In(language)), ("asOf", ReportDates.Moment(asOf)));
        return new(
            $"{name}: {row.Participant.Name}", language, asOf,
            [
                new ReportBlock.Paragraph(name, ReportStyle.AppendixName),
                new ReportBlock.Paragraph(form.Title.In(language), ReportStyle.Title),
                new ReportBlock.Paragraph(form.IssuedWith.In(language), ReportStyle.IssuedWith),
                new ReportBlock.Paragraph(state, ReportStyle.Heading),
                new ReportBlock.Table(
                    name, [.. form.Columns.Select((c, i) => new ReportColumn(c.In(language), Widths[i], i is not 1))],
                    [.. programme.Parts.SelectMany(p => Part(programme, p, row, phase, asOf, words, language))]),
            ],
            [new(name, ["step", "title", "status", "since", "basis", "waitsOn"], [.. programme.Steps.Select(s => Record(s, row, phase, asOf, words, language))])]);
    }

    private static IEnumerable<ImmutableArray<ReportCell>> Part(
        Programme programme, Part part, ParticipantProgress row, Phase phase, DateTimeOffset asOf, ReportWords words, string language)
    {
        var status = Connection.OfPart(programme, row, part.Key, phase.Key, asOf);
        var stands = Connection.ConcernsPart(programme, row, part.Key, phase.Key) ? new(words.Connection(status, false)) : StepCells.None;
        yield return
        [
            new(part.Key) { Strong = true }, new(part.Title.In(language)) { Strong = true }, stands with { Strong = true }, new(""), new(""), new(""),
        ];
        foreach (var step in part.Steps)
        {
            if (!row.Applies(phase.Key, step))
            {
                yield return [new(step.Key), new(step.Text.In(language).Trim()), StepCells.None, new(""), new(""), new("")];
                continue;
            }
            var (cell, known) = (row[phase.Key, step.Key], row.Knows(phase.Key, step.Key, asOf));
            yield return
            [
                new(step.Key), new(step.Text.In(language).Trim()), new(words.Status(cell, known)), new(cell.Since is { } since ? ReportDates.Printed(since, cell.Precision) : ""),
                new(cell.Basis is { } basis ? words.Basis(basis) : ""), new(known ? string.Join(", ", Attention.WaitsOn(step, cell).Select(words.Owner)) : ""),
            ];
        }
    }

    private static ImmutableArray<ReportCell> Record(StepDefinition step, ParticipantProgress row, Phase phase, DateTimeOffset asOf, ReportWords words, string language)
    {
        if (!row.Applies(phase.Key, step)) return [new(step.Key), new(step.Title.In(language)), StepCells.None, new(""), new(""), new("")];
        var (cell, known) = (row[phase.Key, step.Key], row.Knows(phase.Key, step.Key, asOf));
        return
        [
            new(step.Key), new(step.Title.In(language)), StepCells.Status(cell, known, words), new(cell.Since is { } at ? ReportDates.Instant(at) : ""),
            new(cell.Basis is { } basis ? words.Basis(basis) : "") { Code = cell.Basis is { } code ? Words.Of(code) : "" },
            new(known ? string.Join(", ", Attention.WaitsOn(step, cell).Select(words.Owner)) : "") { Code = known ? string.Join(' ', Attention.WaitsOn(step, cell)) : "" },
        ];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Trends;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The page for the weekly meeting: one side of A4, so that what does not fit is counted instead of named.</summary>
public static class WeeklyReport
{
    /// <summary>How many names a line holds before the rest is counted.</summary>
    public const int Most = 5;

    private const int MostWaits = 5;
    private static readonly int[] NumberWidths = [64, 12, 12, 12];
    private static readonly int[] WaitWidths = [34, 16, 16, 34];

    /// <summary>The document.</summary>
    /// <param name="form">Its words.</param>
    /// <param name="facts">What it is filled with.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(WeeklyForm form, WeeklyFacts facts, string language)
    {
        var words = new ReportPhrases(facts.Movement.To.Board.Programme, language);
        var asOf = facts.Movement.To.AsOf;
        var period = facts.Since is { } letter
            ? words.Say(form.SinceLetter, ReportPhrases.Moment(letter.AsOf), letter.Called, ReportPhrases.Moment(asOf))
            : words.Say(form.SinceDay, ReportPhrases.Moment(facts.Movement.From.AsOf), ReportPhrases.Moment(asOf));
        var numbers = Numbers(form, words, facts);
        var waits = Waiting(form, words, facts);
        return new(
            $"{words.Say(form.Title)} {period}", language, asOf,
            [
                new ReportBlock.Paragraph(words.Say(form.Title), ReportStyle.AppendixName),
                new ReportBlock.Paragraph(words.Say(words.Programme.Title), ReportStyle.Title),
                new ReportBlock.Paragraph($"{words.Say(facts.Movement.To.Phase.Title)}\n{period}", ReportStyle.IssuedWith),
                new ReportBlock.Paragraph(words.Say(form.Numbers), ReportStyle.Heading),
                new ReportBlock.Table(words.Say(form.Numbers), Columns(form.NumberColumns, NumberWidths, words), numbers),
                .. facts.Completed.Select(c => Line(words.Say(form.Completed, words.Say(c.System.Short)), form, words, c.Who.Select(p => p.Name))),
                Line(words.Say(form.Backwards), form, words, facts.Backwards.GroupBy(i => i.Participant).Select(g => $"{g.Key.Name} ({string.Join(", ", g.Select(i => i.Step.Step.Key))})")),
                Line(words.Say(form.Obstacles), form, words, facts.Obstacles.Select(i => Obstacle(form, words, i, asOf))),
                .. words.Programme.Service is null ? [] : (ReportBlock[])
                [
                    Line(words.Say(form.Opened), form, words, facts.Opened.Select(p => p.Name)), Line(words.Say(form.Stopped), form, words, facts.Stopped.Select(p => p.Name)),
                ],
                new ReportBlock.Paragraph(words.Say(form.Waits), ReportStyle.Heading),
                waits.IsEmpty
                    ? new ReportBlock.Paragraph(words.Say(form.None), ReportStyle.Body)
                    : new ReportBlock.Table(words.Say(form.Waits), Columns(form.WaitColumns, WaitWidths, words), waits),
            ],
            [
                new(words.Say(form.NumberColumns[0]), ["content", "before", "after", "difference"], numbers),
                new(words.Say(form.WaitColumns[0]), ["on", "cells", "participants", "overdue", "longestDays", "longestCode", "longestStep"], Records(facts.Waits)),
            ]);
    }

    private static ImmutableArray<ReportColumn> Columns(ImmutableArray<LocalizedText> heads, int[] widths, ReportPhrases words) =>
        [.. heads.Select((h, i) => new ReportColumn(words.Say(h, (int)Attention.StuckAfter.TotalDays), widths[i], i > 0 && widths[i] < 20))];

    private static ImmutableArray<ImmutableArray<ReportCell>> Numbers(WeeklyForm form, ReportPhrases words, WeeklyFacts facts)
    {
        var rows = facts.Movement.Lists.Select(l => Number(words.Say(l.Definition.Title), l.Before, l.After));
        return words.Programme.Service is null || facts.InterruptedNow is null ? [.. rows] : [.. rows, Number(words.Say(form.Interrupted), facts.InterruptedBefore, facts.InterruptedNow)];
    }

    private static ImmutableArray<ReportCell> Number(string content, int? before, int? after) =>
        [new(content), Count(before), Count(after), before is { } b && after is { } a ? new((a - b).ToString("+0;−0;0", CultureInfo.InvariantCulture), a - b) : new("")];

    private static ReportCell Count(int? count) => count is { } n ? ReportCell.Of(n) : new("–");

    private static ReportBlock.Paragraph Line(string head, WeeklyForm form, ReportPhrases words, IEnumerable<string> names)
    {
        var all = names.ToList();
        var said = all.Count == 0 ? words.Say(form.None) : string.Join(", ", all.Take(Most));
        return new($"{head}: {said}{(all.Count > Most ? " " + words.Say(form.More, all.Count - Most) : "")}.", ReportStyle.Body);
    }

    private static string Obstacle(WeeklyForm form, ReportPhrases words, WeeklyFacts.Item item, DateTimeOffset asOf) =>
        $"{item.Participant.Name} ({item.Step.Step.Key}, {words.Say(form.WaitsOn, words.Agency(item.Step.To.Blocker!.On, asOf))})";

    private static ImmutableArray<ImmutableArray<ReportCell>> Waiting(WeeklyForm form, ReportPhrases words, WeeklyFacts facts) =>
    [
        .. facts.Waits.Groups.Take(MostWaits).Select(g => (ImmutableArray<ReportCell>)
        [
            new(words.Agencies(g.On, facts.Movement.To.AsOf)), ReportCell.Of(g.Cells), ReportCell.Of(g.Overdue),
            new($"{g.Longest.Participant.Name} ({g.Longest.Step.Key}): {words.Say(form.Days, (int)g.Longest.For.TotalDays)}"),
        ]),
    ];

    private static ImmutableArray<ImmutableArray<ReportCell>> Records(OpenWaits waits) =>
    [
        .. waits.Groups.Select(g => (ImmutableArray<ReportCell>)
        [
            new(string.Join(' ', g.On)), ReportCell.Of(g.Cells), ReportCell.Of(g.Participants), ReportCell.Of(g.Overdue), ReportCell.Of((int)g.Longest.For.TotalDays),
            new(g.Longest.Participant.Code), new(g.Longest.Step.Key),
        ]),
    ];
}

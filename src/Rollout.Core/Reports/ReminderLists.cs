using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The phụ lục of the letter: every group by name.</summary>
internal sealed class ReminderLists(LetterForm form, ReminderWish wish, ReminderGroups groups, string language)
{
    private static readonly string[] Romans = ["I", "II", "III", "IV"];
    private static readonly int[] CompletedWidths = [8, 30, 14, 48];
    private static readonly int[] AwaitedWidths = [8, 25, 18, 32, 17];

    /// <summary>The number of a group's list; groups without anybody have none.</summary>
    public static string Place(ReminderGroups groups, LetterSection section, LetterForm form) =>
        Present(groups, form).IndexOf(section) is >= 0 and var i ? Romans[i] : "";

    /// <summary>A new part: its head and a table for each group that has anybody.</summary>
    public IEnumerable<ReportBlock> Blocks()
    {
        var present = Present(groups, form);
        if (present.Count == 0) yield break;
        yield return new ReportBlock.NewPart();
        yield return new ReportBlock.Paragraph(Say(form.Appendix.Name), ReportStyle.AppendixName);
        yield return new ReportBlock.Paragraph(Say(form.Appendix.Title), ReportStyle.Title);
        yield return new ReportBlock.Paragraph(Say(form.Appendix.IssuedWith), ReportStyle.IssuedWith);
        foreach (var section in present)
        {
            yield return new ReportBlock.Paragraph($"{Place(groups, section, form)}. {Say(section.List)}", ReportStyle.Heading);
            yield return section == form.NotCompleted ? Owed() : section == form.Completed ? Completed() : section == form.Awaited ? Awaited() : Unknown();
        }
    }

    /// <summary>The same for machines.</summary>
    public ImmutableArray<ReportRecords> Records() =>
    [
        new(Say(form.NotCompleted.List), ["code", "name", "system", "step", "title", "waitsOn"], [.. groups.Owed.Select(o => Record(o, StepDefinition.Participant))]),
        new(Say(form.Awaited.List), ["code", "name", "system", "step", "title", "waitsOn"], [.. groups.Awaited.Select(a => Record(a.Open, a.Agency.Key))]),
        new(Say(form.Completed.List), ["system", "code", "name"], [.. groups.Completed.SelectMany(c => c.Participants.Select(p => (ImmutableArray<ReportCell>)[new(c.System.Key), new(p.Code), new(p.Name)]))]),
        new(Say(form.Unknown.List), ["code", "name"], [.. groups.Unknown.Select(p => (ImmutableArray<ReportCell>)[new(p.Code), new(p.Name)])]),
    ];

    private static List<LetterSection> Present(ReminderGroups groups, LetterForm form) =>
    [
        .. groups.Owed.IsEmpty ? [] : (LetterSection[])[form.NotCompleted],
        .. groups.Completed.All(c => c.Participants.IsEmpty) ? [] : (LetterSection[])[form.Completed],
        .. groups.Awaited.IsEmpty ? [] : (LetterSection[])[form.Awaited],
        .. groups.Unknown.IsEmpty ? [] : (LetterSection[])[form.Unknown],
    ];

    private ReportBlock.Table Owed() => new(
        Say(form.NotCompleted.List),
        [
            new(Say(form.NotCompleted.Columns[0]), 8, true), new(Say(form.NotCompleted.Columns[1]), 26, false),
            .. wish.Systems.Select(s => new ReportColumn(TextTemplate.Fill(Say(form.NotCompleted.Columns[2]), ("system", Say(s.Short))), 66 / wish.Systems.Length, false)),
        ],
        [.. groups.Owing.Select((p, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(p.Name),
            .. wish.Systems.Select(s => new ReportCell(string.Join(", ", groups.Owed.Where(o => o.Participant == p && o.System == s).Select(o => o.Step.Key)))),
        ])]);

    private ReportBlock.Table Completed() => new(
        Say(form.Completed.List), [.. form.Completed.Columns.Select((c, i) => new ReportColumn(Say(c), CompletedWidths[i], i is 0 or 2))],
        [.. groups.Completed.Where(c => !c.Participants.IsEmpty).Select((c, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(Say(c.System.Title)), ReportCell.Of(c.Participants.Length), new(Names(c.Participants)),
        ])]);

    private ReportBlock.Table Awaited() => new(
        Say(form.Awaited.List), [.. form.Awaited.Columns.Select((c, i) => new ReportColumn(Say(c), AwaitedWidths[i], i is 0 or 4))],
        [.. groups.Awaited.Select((a, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(ReminderReport.NameOf(a.Agency, wish, language)), new(a.Open.Participant.Name), new($"{a.Open.Step.Key} {Say(a.Open.Step.Title)}"),
            new(a.Open.Cell.Since is { } since ? ReportDates.Printed(since, a.Open.Cell.Precision) : ""),
        ])]);

    private ReportBlock.Table Unknown() => new(
        Say(form.Unknown.List), [new(Say(form.Unknown.Columns[0]), 14, true), new(Say(form.Unknown.Columns[1]), 86, false)],
        [[ReportCell.Of(groups.Unknown.Length), new(Names(groups.Unknown))]]);

    private ImmutableArray<ReportCell> Record(OpenStep open, string waitsOn) =>
        [new(open.Participant.Code), new(open.Participant.Name), new(open.System.Key), new(open.Step.Key), new(Say(open.Step.Title)), new(waitsOn)];

    private static string Names(IEnumerable<Participant> participants) => string.Join(", ", participants.Select(p => p.Name));

    private string Say(LocalizedText text) => text.In(language);
}

using System.Collections.Immutable;
using Rollout.Core.Collecting;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The letter that asks for missing reports (công văn đôn đốc); every name and number in it is read off the collection.</summary>
public static class CollectionReminder
{
    private static readonly int[] MissingWidths = [8, 27, 45, 20];

    /// <summary>The letter with its phụ lục.</summary>
    /// <param name="form">Its words.</param>
    /// <param name="wish">What it asks for.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(CollectionLetter form, CollectionWish wish, string language)
    {
        var (missing, unknown) = (wish.Missing, wish.Unknown);
        // A group without anybody is neither asked nor listed.
        var groups = ((LetterSection Section, int Count, Func<ReportBlock.Table> Table)[])
            [(form.Missing, missing.Length, () => Missing(form, wish, missing, language)), (form.Unknown, unknown.Length, () => Unknown(form, unknown, language))];
        var present = groups.Where(g => g.Count > 0).Select((g, i) => (g.Section, g.Count, g.Table, List: i == 0 ? "I" : "II")).ToList();
        return new(
            form.Title.In(language), language, wish.Collection.AsOf,
            [
                LetterFrame.Head(
                    Say(form.Agency), Say(form.Number), TextTemplate.Fill(Say(form.Subject), ("reports", Shorts(wish.Reports, language))), Say(form.Country), Say(form.Motto),
                    Say(form.Place), wish.Collection.AsOf),
                To(form, language),
                .. form.Bases.Select(b => Body(Say(b))),
                Body(TextTemplate.Fill(Say(form.Tally), ("asOf", ReportDates.Day(wish.Collection.AsOf)), ("copy", Say(wish.Phase.Title)))),
                .. wish.Reports.Select(r => Body(Tally(form, wish.Collection.Find(r, wish.Phase), language))),
                Body(Say(form.Request)),
                .. present.SelectMany((g, i) => Asked(g.Section, i + 1, g.Count, g.List, wish, language)),
                Body(Say(form.Contact)), Body(Say(form.Thanks)),
                LetterFrame.Foot(Say(form.RecipientsHead), form.Recipients.Select(Say), wish.Signature.Lines.Select(Say)),
                .. present.Count == 0 ? [] : Appendix(form, language),
                .. present.SelectMany(g => (ReportBlock[])[new ReportBlock.Paragraph($"{g.List}. {Say(g.Section.List)}", ReportStyle.Heading), g.Table()]),
            ],
            [
                new(Say(form.Missing.List), ["code", "name", "report", "title", "workingDaysLate"], [.. missing.SelectMany(m => m.Missing.Select(r => Record(m.Participant, r.Report, r.Receipt, language)))]),
                new(Say(form.Unknown.List), ["code", "name"], [.. unknown.Select(p => (ImmutableArray<ReportCell>)[new(p.Code), new(p.Name)])]),
            ]);

        string Say(LocalizedText text) => text.In(language);
    }

    private static ReportBlock.Paragraph To(CollectionLetter form, string language)
    {
        var all = form.Addressees.Select(a => a.In(language)).ToList();
        var to = form.To.In(language);
        return new(all.Count == 1 ? $"{to} {all[0]}" : $"{to}\n{string.Join(";\n", all.Select(a => $"- {a}"))}.", ReportStyle.Addressee);
    }

    private static string Tally(CollectionLetter form, CollectedCopy copy, string language) => TextTemplate.Fill(
        form.ReportTally.In(language), ("report", copy.Report.Title.In(language)), ("received", ReminderReport.Number(copy.Arrived)),
        ("late", ReminderReport.Number(copy.Count(ReceiptState.Late))), ("missing", ReminderReport.Number(copy.Missing)),
        ("unknown", ReminderReport.Number(copy.Count(ReceiptState.Unknown))), ("total", ReminderReport.Number(copy.Receipts.Length)));

    private static IEnumerable<ReportBlock> Asked(LetterSection section, int number, int count, string list, CollectionWish wish, string language)
    {
        yield return new ReportBlock.Paragraph($"{ReminderReport.Number(number)}. {section.Head.In(language)}", ReportStyle.Clause);
        foreach (var item in section.Items)
            yield return Body(TextTemplate.Fill(
                item.In(language), ("count", ReminderReport.Number(count)), ("deadline", ReportDates.Day(wish.Deadline)), ("reports", Shorts(wish.Reports, language)), ("list", list)));
    }

    private static ReportBlock[] Appendix(CollectionLetter form, string language) =>
    [
        new ReportBlock.NewPart(), new ReportBlock.Paragraph(form.Appendix.Name.In(language), ReportStyle.AppendixName),
        new ReportBlock.Paragraph(form.Appendix.Title.In(language), ReportStyle.Title), new ReportBlock.Paragraph(form.Appendix.IssuedWith.In(language), ReportStyle.IssuedWith),
    ];

    private static ReportBlock.Table Missing(
        CollectionLetter form, CollectionWish wish, ImmutableArray<(Participant Participant, ImmutableArray<(CollectedReport Report, Receipt Receipt)> Missing)> missing, string language) => new(
        form.Missing.List.In(language), [.. form.Missing.Columns.Select((c, i) => new ReportColumn(c.In(language), MissingWidths[i], i is 0 or 3))],
        [.. missing.Select((m, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(m.Participant.Name), new(Owed(wish, m.Missing, language)),
            m.Missing.Max(r => r.Receipt.Days) is > 0 and var days ? ReportCell.Of(days) : new(""),
        ])]);

    /// <summary>Which reports; of one that came in part, its missing steps.</summary>
    private static string Owed(CollectionWish wish, ImmutableArray<(CollectedReport Report, Receipt Receipt)> missing, string language) => string.Join("; ", missing.Select(m =>
        m.Receipt.Begun
            ? $"{m.Report.Short.In(language)}: {string.Join(", ", m.Receipt.Open.Select(k => wish.Collection.Programme.FindStep(k)!.Title.In(language)))}"
            : m.Report.Short.In(language)));

    private static ReportBlock.Table Unknown(CollectionLetter form, ImmutableArray<Participant> unknown, string language) => new(
        form.Unknown.List.In(language), [new(form.Unknown.Columns[0].In(language), 14, true), new(form.Unknown.Columns[1].In(language), 86, false)],
        [[ReportCell.Of(unknown.Length), new(ReportPhrases.Names(unknown))]]);

    private static ImmutableArray<ReportCell> Record(Participant participant, CollectedReport report, Receipt receipt, string language) =>
        [new(participant.Code), new(participant.Name), new(report.Key), new(report.Title.In(language)), ReportCell.Of(receipt.Days)];

    private static ReportBlock.Paragraph Body(string text) => ReminderReport.Body(text);

    private static string Shorts(IEnumerable<CollectedReport> reports, string language) => string.Join(", ", reports.Select(r => r.Short.In(language)));
}

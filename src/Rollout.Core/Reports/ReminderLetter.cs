using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The letter itself: its head, to whom, what it asks of each group, its foot.</summary>
internal sealed class ReminderLetter(LetterForm form, ReminderWish wish, ReminderGroups groups, string language)
{
    private string Systems => string.Join(", ", wish.Systems.Select(s => s.Title.In(language)));

    private string Say(LocalizedText text) => text.In(language);

    /// <summary>Agency, number and subject on the left; country, motto, place and date on the right.</summary>
    public ReportBlock.Sides Head() => LetterFrame.Head(
        Say(form.Agency), Say(form.Number), TextTemplate.Fill(Say(form.Subject), ("systems", string.Join(", ", wish.Systems.Select(s => Say(s.Short))))),
        Say(form.Country), Say(form.Motto), Say(form.Place), wish.AsOf);

    /// <summary>"Kính gửi": the participants where any of them must act or has completed, and the agencies on which something waits.</summary>
    public ReportBlock.Paragraph To()
    {
        string[] all = [.. form.Addressees.Select(Say), .. Asked().Select(a => TextTemplate.Fill(Say(form.AgencyAddressee), ("agency", ReminderReport.NameOf(a, wish, language))))];
        return new(
            all.Length == 1 ? $"{Say(form.To)} {all[0]}" : $"{Say(form.To)}\n{string.Join(";\n", all.Select(a => $"- {a}"))}.", ReportStyle.Addressee);
    }

    /// <summary>What is asked of each group, numbered; a group without anybody is left out.</summary>
    public IEnumerable<ReportBlock> Sections()
    {
        var number = 0;
        foreach (var (section, items) in Said())
        {
            yield return new ReportBlock.Paragraph($"{ReminderReport.Number(++number)}. {Say(section.Head)}", ReportStyle.Clause);
            foreach (var item in items) yield return ReminderReport.Body(item);
        }
    }

    /// <summary>Who gets it on the left, the place to sign on the right.</summary>
    public ReportBlock.Sides Foot() => LetterFrame.Foot(Say(form.RecipientsHead), form.Recipients.Select(Say), wish.Signature.Lines.Select(Say));

    /// <summary>The agencies asked to act; who sends the letter does not write to itself.</summary>
    private IEnumerable<Organisation> Asked() => groups.Agencies.Where(a => a.Key != wish.Board.Programme.Lead);

    private IEnumerable<(LetterSection Section, IEnumerable<string> Items)> Said()
    {
        if (!groups.Owed.IsEmpty) yield return (form.NotCompleted, Items(form.NotCompleted, groups.Owing.Length));
        var completed = groups.Completed.SelectMany(c => c.Participants).Distinct().Count();
        if (completed > 0) yield return (form.Completed, Items(form.Completed, completed));
        var asked = Asked().ToList();
        if (asked.Count > 0) yield return (form.Awaited, asked.SelectMany(a => Items(form.Awaited, groups.Awaited.Count(w => w.Agency == a), a)));
        if (!groups.Unknown.IsEmpty) yield return (form.Unknown, Items(form.Unknown, groups.Unknown.Length));
    }

    private IEnumerable<string> Items(LetterSection section, int count, Organisation? agency = null) => section.Items.Select(item => TextTemplate.Fill(
        Say(item), ("count", ReminderReport.Number(count)), ("deadline", ReportDates.Day(wish.Deadline)), ("systems", Systems),
        ("agency", agency is null ? "" : ReminderReport.NameOf(agency, wish, language)), ("list", ReminderLists.Place(groups, section, form))));
}

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The letter that reminds (công văn đôn đốc) in the form of Nghị định 30/2020/NĐ-CP; every name and number in it is read off the board.</summary>
public static class ReminderReport
{
    /// <summary>The letter with its phụ lục.</summary>
    /// <param name="form">Its words.</param>
    /// <param name="wish">Whom it is to remind, of what, until when.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(LetterForm form, ReminderWish wish, string language)
    {
        var groups = ReminderGroups.Of(wish);
        var letter = new ReminderLetter(form, wish, groups, language);
        var lists = new ReminderLists(form, wish, groups, language);
        return new(
            form.Title.In(language), language, wish.AsOf,
            [
                letter.Head(), letter.To(),
                .. form.Bases.Select(b => Body(b.In(language))),
                .. Tally(form, wish, language),
                Body(form.Request.In(language)),
                .. letter.Sections(),
                Body(form.Contact.In(language)), Body(form.Thanks.In(language)),
                letter.Foot(),
                .. lists.Blocks(),
            ],
            lists.Records());
    }

    private static IEnumerable<ReportBlock> Tally(LetterForm form, ReminderWish wish, string language)
    {
        yield return Body(TextTemplate.Fill(
            form.Tally.In(language), ("asOf", ReportDates.Day(wish.AsOf)), ("phase", wish.Phase.Title.In(language))));
        foreach (var system in wish.Systems)
        {
            // What is said of the country is said of all of it, however few the letter speaks to.
            var count = SystemCount.Of(wish.Board, system.Key, wish.Phase.Key, wish.AsOf);
            yield return Body(TextTemplate.Fill(
                form.SystemStanding.In(language), ("system", system.Title.In(language)), ("completed", Number(count.Completed)), ("total", Number(wish.Board.Rows.Count)),
                ("remaining", Number(wish.Board.Rows.Count - count.Completed))));
        }
    }

    internal static ReportBlock.Paragraph Body(string text) => new(text, ReportStyle.Body);

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string NameOf(Organisation agency, ReminderWish wish, string language) => agency.NameOn(HanoiTime.DayOf(wish.AsOf)).Full.In(language);
}

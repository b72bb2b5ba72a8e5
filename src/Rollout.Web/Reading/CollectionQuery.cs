using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Collecting;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;

namespace Rollout.Web.Reading;

/// <summary>Reads what a letter that asks for missing reports is to say: which reports, until when, how it is signed. The view's phase is the copy it asks for.</summary>
public static class CollectionQuery
{
    /// <summary>The words of the query beside those of every board.</summary>
    public static ImmutableArray<(string Name, string Says)> Words { get; } =
    [
        ("report", "Key of a report; all of them when absent"), ("deadline", "Before which day: a date after today"),
        ("signature", "Key of a way to sign; the usual one when absent"),
    ];

    /// <summary>The report that a query names; null for all of them, and what is wrong where there is no such report.</summary>
    /// <param name="form">What the programme collects.</param>
    /// <param name="key">What the query says.</param>
    public static (CollectedReport? Report, QueryMistake? Mistake) Report(CollectionForm form, string? key) =>
        string.IsNullOrEmpty(key) ? (null, null) : form.Find(key) is { } found ? (found, null) : (null, new("report", "unknown", key, [.. form.Reports.Select(r => r.Key)], NotFound: false));

    /// <summary>The first thing that is wrong with a letter's query; null when nothing is.</summary>
    /// <param name="form">What the programme collects.</param>
    /// <param name="word">A word of the query; null when it is absent.</param>
    /// <param name="now">The domain's present.</param>
    public static QueryMistake? Mistake(CollectionForm form, Func<string, string?> word, DateTimeOffset now) =>
        Report(form, word("report")).Mistake ?? Deadline(word("deadline"), now).Mistake ?? Signature(form.Letter, word("signature")).Mistake;

    /// <summary>The wish of a query, or what is wrong with it.</summary>
    /// <param name="collection">What came.</param>
    /// <param name="letter">The letter's words.</param>
    /// <param name="view">The board.</param>
    /// <param name="word">A word of the query; null when it is absent.</param>
    /// <param name="now">The domain's present.</param>
    public static (CollectionWish? Wish, QueryMistake? Mistake) Read(
        ReportCollection collection, CollectionLetter letter, BoardView view, Func<string, string?> word, DateTimeOffset now)
    {
        if (Mistake(collection.Form, word, now) is { } mistake) return (null, mistake);
        var report = Report(collection.Form, word("report")).Report;
        return (
            new(
                collection, view.Phase, report is null ? collection.Form.Reports : [report], Deadline(word("deadline"), now).Day,
                Signature(letter, word("signature")).Signature!),
            null);
    }

    private static (DateOnly Day, QueryMistake? Mistake) Deadline(string? text, DateTimeOffset now)
    {
        var today = HanoiTime.DayOf(now);
        ImmutableArray<string> example = [today.AddDays(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (default, new("deadline", "day", text ?? "", example, NotFound: false));
        return day > today ? (day, null) : (day, new("deadline", "past", text!, example, NotFound: false));
    }

    private static (LetterSignature? Signature, QueryMistake? Mistake) Signature(CollectionLetter? letter, string? key)
    {
        if (letter is null) return (null, null);
        if (string.IsNullOrEmpty(key)) return (letter.Signatures[0], null);
        return letter.FindSignature(key) is { } found ? (found, null) : (null, new("signature", "unknown", key, [.. letter.Signatures.Select(s => s.Key)], NotFound: false));
    }
}

using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Trends;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>Texts that take more than a key: dates as exact as they are known, faults, kinds of participant, numbers.</summary>
public static class TextHelpers
{
    /// <summary>A fault in words; an unknown code speaks for itself.</summary>
    public static string Fault(this Texts texts, string code) => texts.Or($"fault.{code}", code);

    /// <summary>A text by key, or something else where there is none.</summary>
    public static string Or(this Texts texts, string key, string otherwise) => texts[key] is var text && text != key ? text : otherwise;

    /// <summary>A participant's name with its kind as short as people write it, where the resources have a short word for the kind.</summary>
    public static string WithKind(this Texts texts, Participant participant)
    {
        var kind = texts.Or($"kind.{PlainText.Of(participant.Kind).Replace(' ', '-')}", participant.Kind);
        return participant.Name.StartsWith(kind, StringComparison.OrdinalIgnoreCase) || kind.Length == 0 ? participant.Name : $"{kind} {participant.Name}";
    }

    /// <summary>A word that stands at the head of columns, as it stands inside a sentence.</summary>
    public static string Inside(string word) => word.Length == 0 ? word : char.ToLower(word[0], CultureInfo.CurrentCulture) + word[1..];

    /// <summary>A word that usually stands inside a sentence, as it stands alone or first.</summary>
    public static string Alone(string word) => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.CurrentCulture) + word[1..];

    /// <summary>A time as exactly as its source gives it.</summary>
    public static string Time(this Texts texts, DateTimeOffset at, DatePrecision precision) => precision switch
    {
        DatePrecision.Month => texts["date.month", at.Month, at.Year],
        DatePrecision.Day => Texts.Day(at),
        _ => Texts.Moment(at),
    };

    /// <summary>"from …", as exactly as it is known; empty where nothing is dated.</summary>
    public static string Since(this Texts texts, StepState cell) => cell.Since is { } since ? texts["since", texts.Time(since, cell.Precision)] : "";

    /// <summary>How long something has waited; of what is dated by its month since which month, which counts no days that nobody knows of.</summary>
    public static string Waited(this Texts texts, WaitGroup.Wait wait) =>
        wait is { Since: { } since, Precision: DatePrecision.Month } ? texts["since", texts.Time(since, wait.Precision)] : texts.Span(wait.For);

    /// <summary>A day as short as people write it within a year.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month.</summary>
    public static string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The date of a document as people write it: files have it as a day or a month, largest first.</summary>
    public static string DocumentDate(string date) => string.Join('/', date.Split('-').Reverse());

    /// <summary>A number for css and svg, which know no language.</summary>
    public static string Px(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A real span of milliseconds as people read it: seconds once it takes that long.</summary>
    public static string Milliseconds(double span) => span switch
    {
        >= 1000 => string.Create(CultureInfo.CurrentCulture, $"{span / 1000:0.0} s"),
        >= 10 => string.Create(CultureInfo.CurrentCulture, $"{span:0} ms"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{span:0.#} ms"),
    };

    /// <summary>A day as native date inputs and addresses write it.</summary>
    public static string IsoDay(DateTimeOffset instant) => HanoiTime.DayOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

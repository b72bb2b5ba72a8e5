using System.Globalization;
using Microsoft.Extensions.Localization;
using Rollout.Core.Deadlines;
using Rollout.Core.Wording;

namespace Rollout.Web.Resources;

/// <summary>The words of the program, in Vietnamese first: <c>Texts.resx</c> and <c>Texts.en.resx</c> beside this file.</summary>
public sealed class Texts(IStringLocalizer<Texts> words)
{
    /// <summary>Two letters of the language in which this request or circuit is answered.</summary>
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>A text by key.</summary>
    public string this[string key] => words[key];

    /// <summary>A text by key with its facts put in.</summary>
    public string this[string key, params object[] facts] => string.Format(Plurals.Instance, words[key].Value, facts);

    /// <summary>A text of the programme file in the language of the reader.</summary>
    public static string Of(LocalizedText text) => text.In(Language);

    /// <summary>What a rule or a reader of files says, put into words. The key is <c>say.CODE</c>.</summary>
    public string Say(Message message) => this[$"say.{message.Code}", [.. message.Arguments.Cast<object>()]];

    /// <summary>A mistake in a file with its place.</summary>
    public string Say(Mistake mistake) =>
        mistake.Line == 0 ? $"{mistake.File}: {Say(mistake.Message)}" : $"{mistake.File}:{mistake.Line}:{mistake.Column}: {Say(mistake.Message)}";

    /// <summary>A day as people here write it.</summary>
    public static string Day(DateTimeOffset instant) => instant.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The same, where no time of day is meant.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>How many working days something is late, or has left.</summary>
    public string Due(DueItem item) => item switch
    {
        { State: DueState.Overdue } => this["due.late", item.Days],
        { Days: 0 } => this["due.today"],
        _ => this["due.left", item.Days],
    };

    /// <summary>A day and a time of day.</summary>
    public static string Moment(DateTimeOffset instant) => instant.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A span of time as one counts it: days, hours or minutes.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => this["span.days", (int)span.TotalDays],
        { TotalHours: >= 1 } => this["span.hours", (int)span.TotalHours],
        _ => this["span.minutes", Math.Max(1, (int)span.TotalMinutes)],
    };
}

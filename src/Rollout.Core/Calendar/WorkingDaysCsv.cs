using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Wording;

namespace Rollout.Core.Calendar;

/// <summary>
/// Reads the days unlike their weekday from csv: <c>date,kind,name</c>, in that order; lines that begin with # say where they come from.
/// Names contain no commas, so no quoting is needed.
/// </summary>
public static class WorkingDaysCsv
{
    private const string Head = "date,kind,name";

    /// <summary>Reads the texts of files; the mistakes of all of them come back together and then there is no calendar.</summary>
    /// <param name="files">Names of the files, for the mistakes, and what they say.</param>
    public static (WorkingDays? Days, ImmutableArray<Mistake> Mistakes) Read(params IEnumerable<(string File, string Text)> files)
    {
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        var days = new Dictionary<DateOnly, (CalendarDay Day, string Place)>();
        foreach (var (file, text) in files) mistakes.AddRange(Read(file, text, days));
        return mistakes.Count > 0 ? (null, mistakes.ToImmutable()) : (new(days.Values.Select(d => d.Day)), []);
    }

    private static List<Mistake> Read(string file, string text, Dictionary<DateOnly, (CalendarDay Day, string Place)> days)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n').Select((line, i) => (Text: line.Trim(), At: i + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#').ToList();
        if (lines is not [(Head, _), ..]) return [new(file, lines is [var (_, at), ..] ? at : 1, 0, Message.Of("calendar.head", Head))];
        var mistakes = new List<Mistake>();
        foreach (var line in lines.Skip(1))
        {
            var (day, wrong) = Day(line.Text.Split(',', StringSplitOptions.TrimEntries));
            if (day is not null && !days.TryAdd(day.Date, (day, $"{file}:{line.At}")))
                wrong = [Message.Of("calendar.doubled", $"{day.Date:yyyy-MM-dd}", days[day.Date].Place)];
            mistakes.AddRange(wrong.Select(w => new Mistake(file, line.At, 0, w)));
        }
        return mistakes;
    }

    /// <summary>The day a line names, or everything that is wrong with the line.</summary>
    private static (CalendarDay? Day, List<Message> Wrong) Day(string[] cells)
    {
        if (cells is not [var date, var word, var name]) return (null, [Message.Of("csv.cells", "3", $"{cells.Length}")]);
        var wrong = new List<Message>();
        var kind = Words.Find<DayKind>(word);
        var dated = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!dated) wrong.Add(Message.Of("yaml.day", date));
        if (kind is null) wrong.Add(Unknown(word));
        if (name.Length == 0) wrong.Add(Message.Of("calendar.name"));
        if (dated && kind == DayKind.WorkedSaturday && day.DayOfWeek != DayOfWeek.Saturday) wrong.Add(Message.Of("calendar.saturday", date));
        // Nobody is given a day that is off anyway, in lieu or in exchange: it is a slip of the pen.
        if (dated && kind is DayKind.InLieu or DayKind.SwappedOff && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            wrong.Add(Message.Of("calendar.weekend", date));
        return wrong.Count == 0 ? (new(day, kind!.Value, name), wrong) : (null, wrong);
    }

    private static Message Unknown(string word)
    {
        var known = Words.All<DayKind>().ToList();
        var choices = string.Join(", ", known.Order(StringComparer.Ordinal));
        return word.Length > 0 && Nearest.To(word, known) is { } near ? Message.Of("yaml.unknownNear", word, near, choices) : Message.Of("yaml.unknown", word, choices);
    }
}

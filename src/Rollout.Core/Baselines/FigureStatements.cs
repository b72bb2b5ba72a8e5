using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Baselines;

/// <summary>Checks the figures of a published statement and collects every mistake. Who is not named, or named with null, gets no figure.</summary>
/// <param name="programme">The programme whose measures they name.</param>
/// <param name="source">Where the file stands in the programme; null when it is none of its own.</param>
/// <param name="named">Finds the participant of a name, and says so when nobody bears it.</param>
/// <param name="wrong">Notes a mistake: in which of the figures, the rule and its facts.</param>
internal sealed class FigureStatements(
    Programme programme, BaselineSource? source, Func<int, string, Participant?> named, Action<int, Message> wrong)
{
    private readonly HashSet<(Participant, string Measure, FigurePeriod)> _told = [];

    /// <summary>The figures of one block.</summary>
    /// <param name="number">Its place in the file, from 1.</param>
    /// <param name="block">What it says.</param>
    public IEnumerable<StatedFigure> Read(int number, BaselineFigure block)
    {
        var measure = programme.FindMeasure(Word(number, "measure", block.Measure));
        if (measure is null && block.Measure is { Length: > 0 } unknown) Unknown(number, "baseline.measure", unknown, programme.Measures.Select(m => m.Key));
        var period = Period(number, block);
        if (block.Document is { } document && programme.FindDocument(document) is null) Unknown(number, "baseline.document", document, programme.Documents.Select(d => d.Key));
        if (block.Values.ValueKind != JsonValueKind.Object)
        {
            wrong(number, Message.Of("baseline.figureKey", $"{number}", "values"));
            yield break;
        }
        foreach (var said in block.Values.EnumerateObject())
        {
            var participant = named(number, said.Name);
            if (said.Value.ValueKind == JsonValueKind.Null || Value(number, measure, said) is not { } value || participant is null || measure is null || period is null) continue;
            if (!_told.Add((participant, measure.Key, period.Value))) wrong(number, Message.Of("baseline.figureTwice", $"{number}", participant.Name, measure.Key, $"{period}"));
            yield return new(participant, measure.Key, period.Value, value, block.Document, block.Note);
        }
    }

    private decimal? Value(int number, MeasureDefinition? measure, JsonProperty said)
    {
        if (said.Value.ValueKind != JsonValueKind.Number || !said.Value.TryGetDecimal(out var value))
        {
            wrong(number, Message.Of("baseline.figureValue", $"{number}", said.Name, said.Value.GetRawText()));
            return null;
        }
        switch (measure?.Refuse(value))
        {
            case null: return value;
            case { Code: "figure.decimals" }: wrong(number, Message.Of("baseline.figureDecimals", $"{number}", said.Name, ExactNumber.Of(value), $"{measure.Decimals}")); break;
            default: wrong(number, Message.Of("baseline.figureRange", $"{number}", said.Name, ExactNumber.Of(value), "0", ExactNumber.Of(measure.Most))); break;
        }
        return null;
    }

    private FigurePeriod? Period(int number, BaselineFigure block)
    {
        var (from, to) = (Day(number, "from", block.From), Day(number, "to", block.To));
        if (from is null || to is null) return null;
        var period = new FigurePeriod(from.Value, to.Value);
        if (period.IsReversed) wrong(number, Message.Of("baseline.figureReversed", $"{number}", block.From!, block.To!));
        else if (LastDay() is { } last && period.To > last) wrong(number, Message.Of("baseline.figureAfter", $"{number}", block.To!, $"{last:yyyy-MM-dd}"));
        return period;
    }

    /// <summary>The last day on which the source can have been written: what it says of later ones is a slip.</summary>
    private DateOnly? LastDay()
    {
        if (source is null) return null;
        var day = HanoiTime.DayOf(source.At);
        return source.Precision == DatePrecision.Month ? new PartialDate(day.Year, day.Month, null).Last : day;
    }

    private DateOnly? Day(int number, string key, string? text)
    {
        if (Word(number, key, text) is not { } word) return null;
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        wrong(number, Message.Of("baseline.figureDay", $"{number}", word));
        return null;
    }

    private string? Word(int number, string key, string? text)
    {
        if (text is { Length: > 0 }) return text;
        wrong(number, Message.Of("baseline.figureKey", $"{number}", key));
        return null;
    }

    private void Unknown(int number, string code, string word, IEnumerable<string> known) =>
        wrong(number, Message.Of(code, $"{number}", word, string.Join(", ", known)));
}

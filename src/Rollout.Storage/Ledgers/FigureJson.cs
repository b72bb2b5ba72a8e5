using System.Globalization;
using System.Text.Json;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Storage.Ledgers;

/// <summary>The figures of a row as a checkpoint keeps them.</summary>
internal static class FigureJson
{
    private const string Key = "figures";

    public static void Write(Utf8JsonWriter json, FigureBook figures)
    {
        json.WriteStartArray(Key);
        foreach (var (measure, period, fact) in figures.All)
        {
            json.WriteStartObject();
            json.WriteString("m", measure);
            json.WriteString("f", Text(period.From));
            json.WriteString("t", Text(period.To));
            if (fact.Value is { } value) json.WriteNumber("v", value);
            json.WriteNumber("si", fact.Since.ToUnixTimeMilliseconds());
            json.WriteNumber("ba", (int)fact.Basis);
            BoardJson.WriteStrings(json, "by", BoardJson.ActorWords(fact.By));
            json.WriteNumber("ve", fact.Version);
            json.WriteNumber("ls", fact.LastSeq);
            if (fact.Precision != DatePrecision.Instant) json.WriteNumber("pr", (int)fact.Precision);
            if (fact.Document is { } document) BoardJson.WriteStrings(json, "do", document.Number, document.Issuer, document.Date);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static FigureBook Read(JsonElement row)
    {
        var figures = FigureBook.Empty;
        if (!row.TryGetProperty(Key, out var all)) return figures;
        foreach (var json in all.EnumerateArray())
            figures = figures.With(json.GetProperty("m").GetString()!, new(Day(json.GetProperty("f")), Day(json.GetProperty("t"))), Fact(json));
        return figures;
    }

    private static FigureFact Fact(JsonElement json) => new(
        json.TryGetProperty("v", out var value) ? value.GetDecimal() : null, BoardJson.Instant(json.GetProperty("si")), (Basis)json.GetProperty("ba").GetInt32(),
        BoardJson.ActorOf(json.GetProperty("by")), json.GetProperty("ve").GetInt32(), json.GetProperty("ls").GetInt64())
    {
        Precision = json.TryGetProperty("pr", out var precision) ? (DatePrecision)precision.GetInt32() : DatePrecision.Instant,
        Document = json.TryGetProperty("do", out var document) && BoardJson.Strings(document) is [{ } number, { } issuer, { } date] ? new(number, issuer, date) : null,
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonElement json) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

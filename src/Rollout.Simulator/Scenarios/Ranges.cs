using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rollout.Simulator;

/// <summary>Written [least, most]; both ends belong to it.</summary>
[JsonConverter(typeof(DayRangeConverter))]
internal sealed record DayRange(int Least, int Most);

/// <summary>Written ["2024-08-01", "2024-08-20"]; both ends belong to it.</summary>
[JsonConverter(typeof(DateRangeConverter))]
internal sealed record DateRange(DateOnly First, DateOnly Last);

internal sealed class DayRangeConverter : JsonConverter<DayRange>
{
    public override DayRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<int[]>(ref reader, options) is [var least, var most] && 0 <= least && least <= most
            ? new DayRange(least, most)
            : throw new JsonException("A range is written [least, most], not negative.");

    public override void Write(Utf8JsonWriter writer, DayRange value, JsonSerializerOptions options) => throw new NotSupportedException();
}

internal sealed class DateRangeConverter : JsonConverter<DateRange>
{
    public override DateRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<DateOnly[]>(ref reader, options) is [var first, var last] && first <= last
            ? new DateRange(first, last)
            : throw new JsonException("A window is written [first day, last day].");

    public override void Write(Utf8JsonWriter writer, DateRange value, JsonSerializerOptions options) => throw new NotSupportedException();
}

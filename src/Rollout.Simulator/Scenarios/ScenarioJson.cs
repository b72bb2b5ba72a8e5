using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rollout.Simulator;

/// <summary>Text to <see cref="ScenarioFile"/>, strictly.</summary>
internal static class ScenarioJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new InstantConverter() },
    };

    public static ScenarioFile Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ScenarioFile>(json, Options) ?? throw new ScenarioException("The scenario is empty.");
        }
        catch (JsonException mistake)
        {
            throw new ScenarioException($"The scenario cannot be read at {mistake.Path}, line {mistake.LineNumber + 1}: {mistake.Message}", mistake);
        }
    }

    /// <summary>Without an offset an instant would depend on the machine's time zone, so one is demanded.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        private static readonly string[] Forms = ["yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz"];

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
            && DateTimeOffset.TryParseExact(reader.GetString(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
                ? instant
                : throw new JsonException("An instant is written 2024-01-31T08:00+07:00, with its offset.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

using System.Globalization;
using System.Text.Json;

namespace Rollout.Probing;

/// <summary>The little of JSON paths that conditions use: <c>$</c>, <c>.name</c>, <c>[n]</c>.</summary>
internal static class JsonPath
{
    /// <summary>The value at a path; nothing when the body is no JSON, the path leads nowhere or is none.</summary>
    public static SeenValue Read(ReadOnlyMemory<byte> body, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(BodyText.WithoutMark(body));
            return Find(document.RootElement, path) is { } found ? ValueOf(found) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement? Find(JsonElement at, ReadOnlySpan<char> path)
    {
        if (path is not ['$', .. var rest]) return null;
        while (!rest.IsEmpty)
        {
            if (Step(at, ref rest) is not { } next) return null;
            at = next;
        }
        return at;
    }

    private static JsonElement? Step(JsonElement at, ref ReadOnlySpan<char> rest)
    {
        if (rest[0] == '[')
        {
            var end = rest.IndexOf(']');
            if (end < 0 || !int.TryParse(rest[1..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return null;
            rest = rest[(end + 1)..];
            return at.ValueKind == JsonValueKind.Array && index < at.GetArrayLength() ? at[index] : null;
        }
        if (rest[0] != '.') return null;
        var length = rest[1..].IndexOfAny('.', '[');
        var name = length < 0 ? rest[1..] : rest[1..(length + 1)];
        rest = rest[(name.Length + 1)..];
        return !name.IsEmpty && at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) ? value : null;
    }

    private static SeenValue ValueOf(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.String => new(found.GetString(), null),
        JsonValueKind.Number => new(found.GetRawText(), found.GetDouble()),
        _ => new(found.GetRawText(), null),
    };
}

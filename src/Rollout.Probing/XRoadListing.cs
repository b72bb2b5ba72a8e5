using System.Text.Json;

namespace Rollout.Probing;

/// <summary>The answer to <c>listMethods</c> and <c>allowedMethods</c>.</summary>
internal static class XRoadListing
{
    /// <summary>The service codes listed; null when this is no such answer.</summary>
    public static HashSet<string>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(BodyText.WithoutMark(body));
            if (!document.RootElement.TryGetProperty("service", out var services)) return null;
            return [.. services.EnumerateArray().Select(s => s.GetProperty("service_code").GetString() ?? "")];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // Not JSON, or not of that shape.
            return null;
        }
    }
}

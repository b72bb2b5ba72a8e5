using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rollout.Benchmarks;

/// <summary>What a prerendered page says to Blazor's script: the components that want a circuit, and the state they are given.</summary>
internal static partial class Markers
{
    /// <summary>The operations that add a page's components to a circuit, as the script sends them.</summary>
    public static string Operations(string page)
    {
        var markers = Component().Matches(page).Select(m => JsonNode.Parse(m.Groups["json"].Value)!.AsObject())
            .Where(m => (string?)m["type"] == "server").OrderBy(m => (int)m["sequence"]!).ToList();
        if (markers.Count == 0) throw new InvalidOperationException("The page has no component that wants a circuit.");
        return new JsonObject
        {
            ["batchId"] = 1,
            ["operations"] = new JsonArray([.. markers.Select((m, i) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = m })]),
        }.ToJsonString();
    }

    /// <summary>The state that the prerendered components left for the circuit; empty when there is none.</summary>
    public static string State(string page) => PersistedState().Match(page).Groups["state"].Value;

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Component();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]*)-->", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex PersistedState();
}

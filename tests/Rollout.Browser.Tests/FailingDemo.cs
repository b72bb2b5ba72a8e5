using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rollout.Browser.Tests;

/// <summary>The simulated country on a day when no service of anybody answers.</summary>
public sealed class FailingDemo : QuietDemo
{
    protected override string[] Options => [.. base.Options, "--demo-scenario", Scenario()];

    private string Scenario()
    {
        var shipped = Directory.EnumerateFiles(Path.Combine(Repository.Root, "data", "scenarios"), "*.json").Single();
        var scenario = JsonNode.Parse(File.ReadAllText(shipped), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        scenario["outages"] = new JsonArray(new JsonObject
        {
            ["participants"] = new JsonArray("*"),
            ["environments"] = new JsonArray("test", "production"),
            ["role"] = "*",
            ["kind"] = "httpError",
            ["status"] = 503,
            ["from"] = "2024-08-01T08:00+07:00",
            ["until"] = "2024-12-31T23:00+07:00",
            ["message"] = "Hệ thống đang bảo trì.",
        });
        var file = Path.Combine(Folder, "failing.json");
        File.WriteAllText(file, scenario.ToJsonString());
        return file;
    }
}

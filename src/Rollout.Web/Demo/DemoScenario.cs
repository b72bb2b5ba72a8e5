using Rollout.Simulator;
using Rollout.Web.Settings;

namespace Rollout.Web.Demo;

/// <summary>The demo's scenario: the only one in the data folder.</summary>
internal static class DemoScenario
{
    public static Scenario Read() => Scenario.Parse(File.ReadAllText(Directory.EnumerateFiles(Path.Combine(DataFiles.Folder, "scenarios"), "*.json").Order(StringComparer.Ordinal).First()));
}

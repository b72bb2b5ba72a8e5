using Rollout.Simulator;
using Rollout.Web.Settings;

namespace Rollout.Web.Demo;

/// <summary>The demo's scenario: the file that was named, or the only one in the data folder.</summary>
internal static class DemoScenario
{
    /// <exception cref="ScenarioException">The file is no scenario; the message names every mistake.</exception>
    public static Scenario Read(RolloutSettings settings) => Scenario.Parse(File.ReadAllText(
        settings.DemoStory ?? Directory.EnumerateFiles(Path.Combine(DataFiles.Folder, "scenarios"), "*.json").Order(StringComparer.Ordinal).First()));
}

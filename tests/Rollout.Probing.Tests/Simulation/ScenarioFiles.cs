using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>The scenario that ships with the product, read as it stands in the repository.</summary>
internal static class ScenarioFiles
{
    public static string LienThongText { get; } = File.ReadAllText(Path.Combine(Repository(), "data", "scenarios", "lien-thong-2024.json"));

    /// <summary>The programme that it plays.</summary>
    public static string ProgrammeText { get; } = File.ReadAllText(Path.Combine(Repository(), "data", "programmes", "lien-thong.yaml"));

    public static Scenario LienThong { get; } = Scenario.Parse(LienThongText);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rollout.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Rollout.sln.");
    }
}

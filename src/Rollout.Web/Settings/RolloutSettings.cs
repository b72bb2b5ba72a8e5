namespace Rollout.Web.Settings;

/// <summary>How this process runs, from the command line.</summary>
public sealed record RolloutSettings
{
    /// <summary>Where everything is kept.</summary>
    public string DataFolder { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "rollout");

    /// <summary>Addresses to listen at.</summary>
    public string Urls { get; init; } = "http://localhost:5080";

    /// <summary>How fast the demo's clock runs; null without a demo.</summary>
    public double? DemoSpeed { get; init; }

    /// <summary>The file with what the demo's country does; null for the one that comes along.</summary>
    public string? DemoStory { get; init; }

    /// <summary>Whether the demo runs.</summary>
    public bool Demo => DemoSpeed is not null;
}

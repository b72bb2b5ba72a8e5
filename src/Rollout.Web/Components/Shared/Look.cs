namespace Rollout.Web.Components.Shared;

/// <summary>How a value is shown wherever it is shown: never by colour alone.</summary>
/// <param name="Key">Key of its text.</param>
/// <param name="Css">The class that gives its colours and pattern (app.css).</param>
/// <param name="Sign">Name of its sign (Signs.razor); empty where the pattern is sign enough.</param>
public sealed record Look(string Key, string Css, string Sign)
{
    /// <summary>Its text where that holds facts, and so stands in no resource; null where <see cref="Key"/> says it.</summary>
    public string? Says { get; init; }
}

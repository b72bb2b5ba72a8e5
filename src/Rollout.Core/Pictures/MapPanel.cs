namespace Rollout.Core.Pictures;

/// <summary>One of the maps that stand beside each other.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Of">How a participant is painted, by its code.</param>
public sealed record MapPanel(string Title, Func<string, Paint> Of);

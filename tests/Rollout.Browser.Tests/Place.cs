using Microsoft.Playwright;

namespace Rollout.Browser.Tests;

/// <summary>A page as one reader meets it.</summary>
/// <param name="Name">What its pictures are called.</param>
/// <param name="Path">Its address.</param>
/// <param name="Account">The demo account that looks; null for the public.</param>
internal sealed record Place(string Name, string Path, string? Account = null)
{
    /// <summary>Whether a circuit holds the page; plain forms have none.</summary>
    public bool Live { get; init; } = true;

    /// <summary>What of it is pictured; null for its beginning.</summary>
    public string? Shown { get; init; }

    /// <summary>What is opened on it before it is looked at.</summary>
    public Func<IPage, Task> Prepare { get; init; } = _ => Task.CompletedTask;
}

namespace Rollout.Web.Components.Palette;

/// <summary>Something one may go to or do.</summary>
/// <param name="Id">By which a browser remembers that it was chosen.</param>
/// <param name="Title">Its name.</param>
/// <param name="Note">What else is said of it.</param>
/// <param name="Find">What it is found by: words without marks.</param>
/// <param name="Sign">Its sign.</param>
public sealed record PaletteEntry(string Id, string Title, string Note, string Find, string Sign)
{
    /// <summary>A second line.</summary>
    public string? More { get; init; }

    /// <summary>Where it leads.</summary>
    public string? Href { get; init; }

    /// <summary>Whether the address stays as it is, without the words that say which board is shown.</summary>
    public bool? Plain { get; init; }

    /// <summary>Words of the present address that it changes; null takes one out.</summary>
    public IReadOnlyDictionary<string, string?>? Set { get; init; }

    /// <summary>What the browser does by itself.</summary>
    public string? Act { get; init; }

    /// <summary>Whether it is the reader's own.</summary>
    public bool? Own { get; init; }
}

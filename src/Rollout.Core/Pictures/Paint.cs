using System.Collections.Immutable;
using Rollout.Core.Programmes;

namespace Rollout.Core.Pictures;

/// <summary>How a status is painted on paper: each colour with a second sign, so that a grey print still tells them apart.</summary>
/// <param name="Fill">The colour within.</param>
/// <param name="Hatch">The colour of slanting lines.</param>
/// <param name="Edge">The colour of the edge.</param>
public sealed record Paint(string? Fill, string? Hatch, string Edge)
{
    /// <summary>The colour of words and lines.</summary>
    public const string Ink = "#17212b";

    /// <summary>The colour of what only helps to read.</summary>
    public const string Faint = "#8a96a3";

    /// <summary>The colours of systems in a chart, each apart from the next in lightness too.</summary>
    public static ImmutableArray<string> Lines { get; } = ["#0b6e4f", "#174ea6", "#b54708"];

    /// <summary>The paint of where a participant stands: completed solid, in progress hatched, by assumption hatched without fill, not started pale, unknown white.</summary>
    public static Paint Of(ConnectionStatus? status, bool assumed) => status switch
    {
        ConnectionStatus.Completed => new("#0b6e4f", null, "#075a40"),
        ConnectionStatus.InProgress when assumed => new("#ffffff", "#b07a04", "#b07a04"),
        ConnectionStatus.InProgress => new("#f5d179", "#b07a04", "#b07a04"),
        ConnectionStatus.NotStarted => new("#e3e8ed", null, "#8a96a3"),
        _ => new("#ffffff", null, "#8a96a3"),
    };
}

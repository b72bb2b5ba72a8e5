using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Rollout.Core.Baselines;

/// <summary>A published row as the file has it.</summary>
internal sealed record BaselineRow(int Number, int Count, ImmutableArray<string> Provinces, ImmutableArray<string> Codes)
{
    /// <summary>Where the row begins in what it was read from; 0 when that has no lines.</summary>
    [JsonIgnore] public int Line { get; init; }

    /// <summary>Where each name begins, as <see cref="Line"/>; empty when nobody knows.</summary>
    [JsonIgnore] public ImmutableArray<int> Lines { get; init; } = [];

    /// <summary>Where a name begins.</summary>
    public int LineOf(int name) => name < Lines.OrEmpty().Length ? Lines[name] : Line;
}

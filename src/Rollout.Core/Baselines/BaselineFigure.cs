using System.Text.Json;

namespace Rollout.Core.Baselines;

/// <summary>The figures of one measure and period as the file has them; the values as they stand, so that none hides another of the same name.</summary>
internal sealed record BaselineFigure(string? Measure, string? From, string? To, string? Document, string? Note, JsonElement Values);

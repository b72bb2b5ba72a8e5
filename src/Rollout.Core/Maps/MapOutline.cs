using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Maps;

/// <summary>The outlines that draw a programme's map.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Shapes">By participant's code: its outline and where a sign stands on it.</param>
/// <param name="Archipelagos">Islands that are always drawn, whatever the size, and belong to a participant.</param>
public sealed record MapOutline(double Width, double Height, FrozenDictionary<string, MapOutline.Shape> Shapes, ImmutableArray<MapOutline.Archipelago> Archipelagos)
{
    /// <summary>The map of participants of a later set, each drawn as the parts that it took over.</summary>
    /// <param name="set">Key of the set whose outlines these are.</param>
    /// <param name="participants">The participants; those who took over nobody of the set keep an outline of their own, if there is one.</param>
    public MapOutline Joined(string set, IEnumerable<Participant> participants)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var participant in participants)
        {
            var codes = participant.Parts is { } parts && parts.Set == set ? parts.Codes : participant.Id.Set == set ? [participant.Code] : [];
            foreach (var code in codes) owners[code] = participant.Code;
            var drawn = codes.Select(c => Shapes.GetValueOrDefault(c)).OfType<Shape>().ToList();
            // A sign stands on the part that takes the longest line to draw.
            if (drawn.MaxBy(s => s.D.Length) is { } largest) shapes[participant.Code] = largest with { D = string.Join(' ', drawn.Select(s => s.D)) };
        }
        return this with
        {
            Shapes = shapes.ToFrozenDictionary(StringComparer.Ordinal),
            Archipelagos = [.. Archipelagos.Select(a => a with { Code = owners.GetValueOrDefault(a.Code, a.Code) })],
        };
    }

    /// <summary>An outline.</summary>
    /// <param name="D">Its path.</param>
    /// <param name="Cx">Where a sign stands, across.</param>
    /// <param name="Cy">Where a sign stands, down.</param>
    public sealed record Shape(string D, double Cx, double Cy);

    /// <summary>An archipelago.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Code">Code of the participant it belongs to.</param>
    /// <param name="Points">Its islands, each across and down.</param>
    public sealed record Archipelago(string Name, string Code, ImmutableArray<ImmutableArray<double>> Points)
    {
        /// <summary>The left edge.</summary>
        public double Left => Points.Min(p => p[0]);

        /// <summary>The right edge.</summary>
        public double Right => Points.Max(p => p[0]);

        /// <summary>The upper edge.</summary>
        public double Top => Points.Min(p => p[1]);

        /// <summary>The lower edge.</summary>
        public double Bottom => Points.Max(p => p[1]);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Maps;

/// <summary>The outlines that draw a programme's map.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Shapes">By participant's code: its outline and where a sign stands on it.</param>
/// <param name="Archipelagos">Islands that are always drawn, whatever the size, and belong to a participant.</param>
public sealed record MapOutline(double Width, double Height, FrozenDictionary<string, MapOutline.Shape> Shapes, ImmutableArray<MapOutline.Archipelago> Archipelagos)
{
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

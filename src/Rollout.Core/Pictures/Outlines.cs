using System.Collections.Immutable;
using System.Globalization;

namespace Rollout.Core.Pictures;

/// <summary>Reads the outlines of a map file, whose paths know M, L and Z alone, into points; a ring and a circle of points beside them.</summary>
public static class Outlines
{
    private const int CirclePoints = 12;

    /// <summary>The rings of a path, moved by an offset.</summary>
    /// <exception cref="FormatException">The path has another command, or a number is none.</exception>
    public static ImmutableArray<ImmutableArray<DrawingPoint>> Read(string path, double right = 0, double down = 0)
    {
        var rings = ImmutableArray.CreateBuilder<ImmutableArray<DrawingPoint>>();
        foreach (var ring in path.Split('M', StringSplitOptions.RemoveEmptyEntries))
            rings.Add([.. ring.TrimEnd('Z', ' ').Split('L').Select(p => Point(p, right, down))]);
        return rings.ToImmutable();
    }

    /// <summary>A circle.</summary>
    public static ImmutableArray<DrawingPoint> Circle(double x, double y, double radius) =>
        [.. Enumerable.Range(0, CirclePoints).Select(i => new DrawingPoint(x + (radius * Math.Cos(Turn(i))), y + (radius * Math.Sin(Turn(i)))))];

    /// <summary>A rectangle.</summary>
    public static ImmutableArray<DrawingPoint> Box(double left, double top, double width, double height) =>
        [new(left, top), new(left + width, top), new(left + width, top + height), new(left, top + height)];

    private static double Turn(int i) => i * 2 * Math.PI / CirclePoints;

    private static DrawingPoint Point(string pair, double right, double down)
    {
        var numbers = pair.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length != 2) throw new FormatException($"'{pair}' is no place of an outline.");
        return new(double.Parse(numbers[0], CultureInfo.InvariantCulture) + right, double.Parse(numbers[1], CultureInfo.InvariantCulture) + down);
    }
}

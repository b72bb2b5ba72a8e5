using System.Collections.Immutable;
using Rollout.Core.Pictures;

namespace Rollout.Documents.Pictures;

/// <summary>Slanting lines within an outline, as plain lines: programs draw patterns of their own differently or not at all.</summary>
internal static class Hatching
{
    /// <summary>The lines, from lower left to upper right, a distance apart, within the outlines by the even-odd rule.</summary>
    /// <param name="rings">The outlines.</param>
    /// <param name="distance">How far one line is from the next, measured across.</param>
    public static IEnumerable<(DrawingPoint From, DrawingPoint To)> Lines(ImmutableArray<ImmutableArray<DrawingPoint>> rings, double distance)
    {
        // On such a line x + y is the same everywhere; multiples of the distance keep neighbours' lines in step.
        var sums = rings.SelectMany(r => r).Select(p => p.X + p.Y).ToList();
        if (sums.Count == 0) yield break;
        for (var sum = Math.Ceiling(sums.Min() / distance) * distance; sum < sums.Max(); sum += distance)
        {
            // A little aside: a line through a corner would count the corner twice.
            var at = sum + 0.013;
            var crossings = rings.SelectMany(r => Crossings(r, at)).Order().ToList();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
                yield return (new(crossings[i], at - crossings[i]), new(crossings[i + 1], at - crossings[i + 1]));
        }
    }

    private static IEnumerable<double> Crossings(ImmutableArray<DrawingPoint> ring, double sum)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
            var (before, after) = (a.X + a.Y - sum, b.X + b.Y - sum);
            if ((before < 0) == (after < 0)) continue;
            yield return a.X + ((b.X - a.X) * before / (before - after));
        }
    }
}

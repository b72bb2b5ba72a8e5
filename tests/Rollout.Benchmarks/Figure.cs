using System.Globalization;

namespace Rollout.Benchmarks;

/// <summary>One line of the answer: ours beside a peer or a limit, from the medians of interleaved rounds.</summary>
internal static class Figure
{
    /// <summary>Whether any limit was missed: the program then ends with 1.</summary>
    public static bool AnyOver { get; private set; }

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The smallest value that a share of all do not exceed; the median of an even number is the upper one.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    public static void Ratio(string what, IReadOnlyCollection<double> ours, IReadOnlyCollection<double> peers, string unit, double limit, bool atMost = true) => Limit(
        what, $"{Median(ours):0.##} {unit} ({ours.Min():0.##}–{ours.Max():0.##}) beside {Median(peers):0.##} ({peers.Min():0.##}–{peers.Max():0.##})",
        Median(ours) / Median(peers), limit, atMost);

    /// <summary>A value beside its limit, with what it was made of.</summary>
    public static void Limit(string what, string said, double value, double limit, bool atMost = true)
    {
        var within = atMost ? value <= limit : value >= limit;
        AnyOver |= !within;
        Console.Out.WriteLine(string.Create(
            CultureInfo.CurrentCulture, $"{what}: {said} = {value:0.00}, limit {(atMost ? "≤" : "≥")} {limit:0.##}: {(within ? "within" : "OVER")}"));
    }
}

namespace Rollout.Benchmarks;

/// <summary>One line of the answer: ours beside a peer or a limit, from the medians of interleaved rounds.</summary>
internal static class Figure
{
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static void Ratio(string what, IReadOnlyCollection<double> ours, IReadOnlyCollection<double> peers, string unit, double limit, bool atMost = true)
    {
        var ratio = Median(ours) / Median(peers);
        var within = atMost ? ratio <= limit : ratio >= limit;
        Console.Out.WriteLine(
            $"{what}: {Median(ours):0.##} {unit} ({ours.Min():0.##}–{ours.Max():0.##}) beside {Median(peers):0.##} ({peers.Min():0.##}–{peers.Max():0.##}) = {ratio:0.00}, "
            + $"limit {(atMost ? "≤" : "≥")} {limit:0.##}: {(within ? "within" : "OVER")}");
    }
}

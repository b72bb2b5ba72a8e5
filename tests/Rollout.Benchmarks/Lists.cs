using System.Diagnostics;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;

namespace Rollout.Benchmarks;

/// <summary><c>StatusLists.Of</c> grows linearly in every programme: what a participant costs at 10,000 is at most twice what one costs at 630.</summary>
internal static class Lists
{
    private static readonly int[] Sizes = [63, 630, 3321, 10_000];

    public static void Run()
    {
        foreach (var programme in Country.Programmes) Run(programme);
    }

    private static void Run(Programme programme)
    {
        var costs = Sizes.ToDictionary(s => s, _ => new List<double>());
        for (var round = 0; round < 9; round++)
            foreach (var size in Sizes) costs[size].Add(Microseconds(programme, size));
        foreach (var size in Sizes)
            Console.Out.WriteLine($"lists: StatusLists.Of {programme.Key} at {size}: {Figure.Median(costs[size]):0} µs, {Figure.Median(costs[size]) / size:0.000} µs a participant");
        Figure.Ratio($"lists: {programme.Key}, cost a participant at 10,000 beside 630", [.. costs[10_000].Select(c => c / 10_000)], [.. costs[630].Select(c => c / 630)], "µs", 2);
    }

    private static double Microseconds(Programme programme, int participants)
    {
        var board = Country.Board(programme, participants);
        var now = new DateTimeOffset(2026, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));
        var rounds = Math.Max(3, 20_000 / participants);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < rounds; i++) _ = StatusLists.Of(board, programme.Phases[0].Key, now);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / rounds;
    }
}

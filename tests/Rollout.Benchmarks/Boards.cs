using System.Diagnostics;
using Rollout.Core.Ledger;

namespace Rollout.Benchmarks;

/// <summary><c>Board.Apply</c> at 3,321 participants beside 63: at most 4 times, and at most 10 µs.</summary>
internal static class Boards
{
    private const int Batch = 20_000;

    public static void Run()
    {
        var (small, large) = (new List<double>(), new List<double>());
        for (var round = 0; round < 12; round++)
        {
            small.Add(Microseconds(63));
            large.Add(Microseconds(3321));
        }
        Figure.Ratio("board: Board.Apply at 3,321 beside 63 participants", [.. large.Skip(2)], [.. small.Skip(2)], "µs", 4);
        Figure.Limit("board: Board.Apply at 3,321", "median in µs", Figure.Median(large), 10);
    }

    private static double Microseconds(int participants)
    {
        var board = Country.Board(participants);
        var at = new DateTimeOffset(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7));
        var entries = Enumerable.Range(1, Batch).Select(i => new LedgerEntry(i, Country.Draft(board.Participants, i, at.AddSeconds(i)), "", "")).ToArray();
        board = board.Apply(entries.Take(Batch / 2));
        var start = Stopwatch.GetTimestamp();
        for (var i = Batch / 2; i < Batch; i++) board = board.Apply(entries[i]);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Batch / 2);
    }
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;

namespace Rollout.Core.Trends;

/// <summary>
/// A trend that goes on: entries are added as they come, and one that holds since an earlier day takes the fold back no further than needed.
/// Not for two threads at once.
/// </summary>
public sealed class TrendFold
{
    /// <summary>Days between two boards that are remembered, to be taken back to.</summary>
    private const int MarkEvery = 7;

    private readonly List<TrendPoint> _closed = [];
    private readonly List<Board> _marks = [];
    private readonly Board _empty;
    private readonly string _phase;
    private Board _board;
    private DateOnly? _first;

    /// <summary>A fold before the first entry.</summary>
    /// <param name="empty">The programme's empty board.</param>
    /// <param name="phase">Key of the phase.</param>
    public TrendFold(Board empty, string phase) => (_empty, _board, _phase) = (empty, empty, phase);

    /// <summary>The day that is not closed yet; null before the first entry.</summary>
    public DateOnly? Open => _first?.AddDays(_closed.Count);

    /// <summary>Adds an entry of the programme and phase that holds since the open day or later; within a day in any order that keeps each cell's.</summary>
    /// <exception cref="InvalidOperationException">It holds since a day that is closed: <see cref="BackTo"/> first.</exception>
    public void Add(LedgerEntry entry)
    {
        var day = HanoiTime.DayOf(entry.At);
        _first ??= day;
        if (day < Open) throw new InvalidOperationException($"{day} is closed.");
        while (Open < day) Close();
        _board = _board.Apply(entry);
    }

    /// <summary>Closes a day with the board of its end, folded elsewhere.</summary>
    /// <param name="day">The open day or a later one; what is left between is as it was.</param>
    /// <param name="board">The board at its end.</param>
    public void Close(DateOnly day, Board board)
    {
        _first ??= day;
        while (Open < day) Close();
        _board = board;
        Close();
    }

    /// <summary>Opens a day again.</summary>
    /// <param name="day">The day.</param>
    /// <returns>From when on all entries must be added again; null from the first.</returns>
    public DateTimeOffset? BackTo(DateOnly day)
    {
        var mark = _first is { } first ? Math.Min((day.DayNumber - first.DayNumber) / MarkEvery, _marks.Count) : 0;
        if (mark <= 0 || day < _first)
        {
            (_board, _first) = (_empty, null);
            _closed.Clear();
            _marks.Clear();
            return null;
        }
        _board = _marks[mark - 1];
        _closed.RemoveRange(mark * MarkEvery, _closed.Count - (mark * MarkEvery));
        _marks.RemoveRange(mark, _marks.Count - mark);
        return HanoiTime.StartOf(Open!.Value);
    }

    /// <summary>The points of all days up to an instant; days without entries are as the day before.</summary>
    public ImmutableArray<TrendPoint> Until(DateTimeOffset until)
    {
        if (_first is not { } first) return [];
        var last = HanoiTime.DayOf(until);
        var points = ImmutableArray.CreateBuilder<TrendPoint>();
        points.AddRange(_closed.Take(last.DayNumber - first.DayNumber + 1));
        // A quiet day is as the one before, but that from some day on what nobody has said may count as not begun.
        var known = _board.Programme.FindPhase(_phase)?.KnownFrom is { } from ? HanoiTime.DayOf(from) : DateOnly.MinValue;
        TrendPoint? quiet = null;
        for (var day = first.AddDays(points.Count); day <= last; day = day.AddDays(1))
        {
            quiet = quiet is null || day == known ? Point(day) : quiet with { Day = day };
            points.Add(quiet);
        }
        return points.ToImmutable();
    }

    private void Close()
    {
        _closed.Add(Point(Open!.Value));
        if (_closed.Count % MarkEvery == 0) _marks.Add(_board);
    }

    private TrendPoint Point(DateOnly day) => TrendPoint.Of(_board, _phase, day, HanoiTime.EndOf(day));
}

using System.Collections.Concurrent;
using System.Globalization;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;

namespace Rollout.Web.Reading;

/// <summary>Finds the board that a query means: <c>programme</c>, <c>phase</c>, <c>asOf</c>, <c>knownOn</c>, for pages and API alike.</summary>
public sealed class BoardReading(ProgrammeCatalog catalog, BoardStore boards, LedgerReader ledger, DomainClock clock)
{
    private const int Kept = 16;
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Programme, DateTimeOffset AsOf, DateTimeOffset? KnownOn, long Seq), Board> _past = [];
    private readonly ConcurrentDictionary<string, PresentBoard> _present = new(StringComparer.Ordinal);

    /// <summary>The board that a query means, or what is wrong with it. A missing word means the first programme, its first phase, the present.</summary>
    public (BoardView? View, QueryMistake? Mistake) Read(string? programme, string? phase, string? asOf, string? knownOn)
    {
        var now = clock.Now;
        if (Instant("asOf", asOf, now, out var at) is { } badAsOf) return (null, badAsOf);
        if (Instant("knownOn", knownOn, now, out var known) is { } badKnown) return (null, badKnown);
        var item = string.IsNullOrEmpty(programme) ? catalog.All[0] : catalog.Find(programme);
        if (item is null) return (null, new("programme", "unknown", programme!, [.. catalog.All.Select(p => p.Programme.Key)], NotFound: true));
        var found = string.IsNullOrEmpty(phase) ? item.Programme.Phases[0] : item.Programme.FindPhase(phase);
        if (found is null) return (null, new("phase", "unknown", phase!, [.. item.Programme.Phases.Select(p => p.Key)], NotFound: false));
        return at is null && known is null
            ? (new(Present(item.Programme.Key, now), found, now, Live: true), null)
            : (new(Past(item.Programme.Key, at ?? now, known), found, at ?? now, Live: false, known), null);
    }

    /// <summary>The first phase of another programme at the instants of a view.</summary>
    /// <param name="programme">A programme of the catalogue.</param>
    /// <param name="view">The view.</param>
    public BoardView At(Programme programme, BoardView view) => programme.Key == view.Programme.Key ? view
        : view with { Board = view.Live ? Present(programme.Key, view.AsOf) : Past(programme.Key, view.AsOf, view.KnownOn), Phase = programme.Phases[0] };

    /// <summary>
    /// The present board of a programme with the names of the day: the store's own where no name differs, and else one and the same until something
    /// happens or the day ends, since what is made of a board is kept beside it.
    /// </summary>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="now">The present.</param>
    public Board Present(string programme, DateTimeOffset now)
    {
        var (board, day) = (boards.Of(programme), HanoiTime.DayOf(now));
        var kept = _present.GetValueOrDefault(programme);
        if (kept is not null && ReferenceEquals(kept.Board, board) && kept.Day == day) return kept.Named;
        if (kept?.Day != day || !ReferenceEquals(kept.Board.Participants, board.Participants)) kept = null;
        var names = kept?.Names ?? board.Participants.On(day);
        return (_present[programme] = new(board, day, names, board.Named(names, kept?.Named))).Named;
    }

    /// <summary>Reads a date (the end of that day here) or an instant with its offset; today means now, the future is refused.</summary>
    public static QueryMistake? Instant(string parameter, string? text, DateTimeOffset now, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            instant = day == HanoiTime.DayOf(now) ? now : HanoiTime.EndOf(day);
        // A plus sign that was not encoded arrives as a space.
        else if (HasOffset(text) && DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            instant = HanoiTime.Local(exact);
        if (instant is null) return new(parameter, "instant", text, ["2024-07-15", "2024-07-15T08:00:00+07:00"], NotFound: false);
        return instant > now ? new(parameter, "future", text, [now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)], NotFound: false) : null;
    }

    /// <summary>An instant as a query gives it, to the millisecond.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>Whether an instant says its offset.</summary>
    public static bool HasOffset(string text) => text.Length > 16 && (text.EndsWith('Z') || text.AsSpan(11).IndexOfAny('+', '-', ' ') > 0);

    /// <summary>Boards of the past never change while the head stays, and people look at the same few: the last ones are kept.</summary>
    private Board Past(string programme, DateTimeOffset asOf, DateTimeOffset? knownOn)
    {
        var key = (programme, asOf, knownOn, boards.Current.Seq);
        lock (_gate)
            if (_past.TryGetValue(key, out var kept)) return kept;
        var board = ledger.AsOf(programme, new(asOf, knownOn));
        lock (_gate)
        {
            if (_past.Count >= Kept) _past.Clear();
            return _past[key] = board;
        }
    }

    private sealed record PresentBoard(Board Board, DateOnly Day, ParticipantSet Names, Board Named);
}

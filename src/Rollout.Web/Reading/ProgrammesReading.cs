using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Standings;
using Rollout.Core.Steps;

namespace Rollout.Web.Reading;

/// <summary>
/// Looks across programmes, each at the instants of one view. What a programme shows only to whom it concerns stays so: nobody learns more here than
/// on its own pages. The present is read once a change, however many look.
/// </summary>
public sealed class ProgrammesReading(ProgrammeCatalog catalog, BoardReading boards, WorkingDays days)
{
    private readonly ConcurrentDictionary<string, KeptStanding> _present = new(StringComparer.Ordinal);

    /// <summary>Every programme in a line.</summary>
    /// <param name="view">The instants.</param>
    /// <param name="mandate">Who looks; null for the public.</param>
    public ImmutableArray<ProgrammeLine> Of(BoardView view, Mandate? mandate) => [.. catalog.All.Select(item => Line(item, view, mandate))];

    /// <summary>The other programmes in which a participant, its successor or its parts take part, in the programmes' order.</summary>
    /// <param name="view">The programme that is shown, and the instants.</param>
    /// <param name="participant">A participant of it.</param>
    /// <param name="mandate">Who looks; null for the public.</param>
    public ImmutableArray<KinLine> KinOf(BoardView view, ParticipantId participant, Mandate? mandate)
    {
        if (catalog.All.Length == 1) return [];
        var kin = Kin.Of(participant, catalog.Lineages);
        return
        [
            .. catalog.All.Where(item => item.Programme.Key != view.Programme.Key).SelectMany(item => kin
                .Where(k => item.Participants.Find(k.Id) is not null && (mandate?.MayRead(item.Programme, k.Id) ?? true))
                .Select(k => Line(boards.At(item.Programme, view), k))),
        ];
    }

    private ProgrammeLine Line(ProgrammeCatalog.Item item, BoardView view, Mandate? mandate)
    {
        var programme = item.Programme;
        var successor = catalog.Find(programme.Closing?.Successor)?.Programme;
        if (mandate?.MayRead(programme, null) == false)
        {
            var day = HanoiTime.DayOf(view.AsOf);
            var own = mandate.Participants.Select(item.Participants.Find).OfType<Participant>().Select(p => p.On(day));
            return new(programme, programme.Closing?.On <= day, successor, null, [.. own]);
        }
        var standing = Read(boards.At(programme, view));
        return new(programme, standing.IsClosed, successor, standing, []);
    }

    private KinLine Line(BoardView there, Kin kin)
    {
        var row = there.Board[kin.Id];
        return new(kin.Kind, row.Participant, ProgrammeStanding.Of(there.Board, row, there.AsOf, days));
    }

    private ProgrammeStanding Read(BoardView view)
    {
        if (!view.Live) return ProgrammeStanding.Of(view.Board, view.AsOf, days);
        var kept = _present.GetValueOrDefault(view.Programme.Key);
        if (kept is null || !kept.Holds(view)) _present[view.Programme.Key] = kept = new(view.Board, view.AsOf, ProgrammeStanding.Of(view.Board, view.AsOf, days));
        return kept.Stands;
    }

    private sealed record KeptStanding(Board Board, DateTimeOffset At, ProgrammeStanding Stands)
    {
        /// <summary>Deadlines pass with the day, and a phase may be known from an instant on without an entry.</summary>
        public bool Holds(BoardView view) =>
            ReferenceEquals(Board, view.Board) && HanoiTime.DayOf(At) == HanoiTime.DayOf(view.AsOf) && !view.Programme.Phases.Any(p => p.KnownFrom > At && p.KnownFrom <= view.AsOf);
    }
}

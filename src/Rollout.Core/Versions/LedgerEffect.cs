using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Versions;

/// <summary>What a new version of a programme makes of the entries that there are: they are folded under it, in memory alone.</summary>
/// <param name="Entries">How many entries the ledger holds of the programme.</param>
/// <param name="Losses">What entries speak of that belong somewhere now, and would belong to nothing.</param>
/// <param name="Regained">How many entries belong to nothing now, and would belong somewhere again.</param>
/// <param name="Cells">The cells that would show something else, of phases, steps and participants that both versions have.</param>
/// <param name="Lists">The lists that would hold other names, of phases that both have.</param>
public sealed record LedgerEffect(int Entries, ImmutableArray<LedgerLoss> Losses, int Regained, ImmutableArray<MovedSight> Cells, ImmutableArray<ListSight> Lists)
{
    /// <summary>Folds the entries under a new version and compares.</summary>
    /// <param name="before">The board as it stands; null when the programme is new.</param>
    /// <param name="after">The new version.</param>
    /// <param name="participants">Who takes part in it.</param>
    /// <param name="entries">All entries of the programme, in their order.</param>
    /// <param name="at">The instant that is looked at.</param>
    public static LedgerEffect Of(Board? before, Programme after, ParticipantSet participants, IEnumerable<LedgerEntry> entries, DateTimeOffset at)
    {
        var board = Board.Empty(after, participants);
        var losses = new Dictionary<(LossKind Kind, string Key), int>();
        var (count, regained) = (0, 0);
        foreach (var entry in entries)
        {
            count++;
            board = board.Apply(entry);
            var missing = Belonging.Missing(after, participants, entry);
            var was = before is null ? null : Belonging.Missing(before.Programme, before.Participants, entry);
            if (missing is { } lost && was is null) losses[lost] = losses.GetValueOrDefault(lost) + 1;
            else if (missing is null && was is not null) regained++;
        }
        return new(
            count,
            [.. losses.OrderBy(l => l.Key.Kind).ThenBy(l => l.Key.Key, StringComparer.Ordinal).Select(l => new LedgerLoss(l.Key.Kind, l.Key.Key, Belonging.TitleOf(before?.Programme, l.Key.Kind, l.Key.Key), l.Value))],
            regained, before is null ? [] : Moved(before, board, at), before is null ? [] : Listed(before, board, at));
    }

    private static ImmutableArray<MovedSight> Moved(Board before, Board after, DateTimeOffset at)
    {
        var (was, now) = (before.Programme, after.Programme);
        var places = (from phase in now.Phases where was.FindPhase(phase.Key) is not null from step in now.Steps where was.FindStep(step.Key) is not null select (Phase: phase, Step: step)).ToList();
        return
        [
            .. from row in after.Rows
               where before.Participants.Find(row.Participant.Id) is not null
               let earlier = before[row.Participant.Id]
               from place in places
               let then = CellSight.Of(earlier, place.Phase.Key, was.FindStep(place.Step.Key)!, at)
               let today = CellSight.Of(row, place.Phase.Key, place.Step, at)
               where then != today
               select new MovedSight(row.Participant, place.Phase, place.Step, then, today),
        ];
    }

    private static ImmutableArray<ListSight> Listed(Board before, Board after, DateTimeOffset at)
    {
        var moved = ImmutableArray.CreateBuilder<ListSight>();
        foreach (var phase in after.Programme.Phases.Where(p => before.Programme.FindPhase(p.Key) is not null))
        {
            var then = StatusLists.Of(before, phase.Key, at).Lists.ToDictionary(l => l.Definition.Number, l => l.Participants.Select(p => p.Id).ToHashSet());
            foreach (var list in StatusLists.Of(after, phase.Key, at).Lists)
            {
                if (!then.TryGetValue(list.Definition.Number, out var names)) continue;
                var (joined, stayed) = (list.Participants.Count(p => !names.Contains(p.Id)), list.Participants.Count(p => names.Contains(p.Id)));
                if (joined > 0 || stayed < names.Count) moved.Add(new(phase, list.Definition, names.Count, joined, names.Count - stayed));
            }
        }
        return moved.ToImmutable();
    }
}

using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Lists;

/// <summary>
/// What moved between two readings of the same lists ("biến động"): who joined and who left each row with the entries that explain it, and
/// the steps behind it. A reading may differ in what was true and in what was known: what explains a move is an entry that the later reading
/// holds and the earlier one does not.
/// </summary>
/// <param name="From">The earlier reading.</param>
/// <param name="To">The later reading.</param>
/// <param name="Lists">The rows, in order.</param>
/// <param name="Participants">Those whose steps moved, in official order.</param>
public sealed record ListMovement(StatusLists From, StatusLists To, ImmutableArray<MovedList> Lists, ImmutableArray<MovedParticipant> Participants)
{
    /// <summary>How many names joined some row.</summary>
    public int Joined => Lists.Sum(l => l.Joined.Length);

    /// <summary>How many names left some row.</summary>
    public int Left => Lists.Sum(l => l.Left.Length);

    /// <summary>Whether nothing moved at all.</summary>
    public bool IsEmpty => Joined == 0 && Left == 0 && Participants.IsEmpty;

    /// <summary>Those of whom anything moved: only their entries are needed to explain it.</summary>
    public static ImmutableArray<ParticipantId> Who(StatusLists from, StatusLists to)
    {
        var diff = StatusListDiff.Between(from, to);
        var listed = Listed(diff);
        return [.. Rows(from, to).Where(r => listed.Contains(r.After.Participant.Id) || Moved(r.Before, r.After, to.Phase.Key)).Select(r => r.After.Participant.Id)];
    }

    /// <summary>Compares two readings of the same phase.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one.</param>
    /// <param name="entries">Entries of the phase, and of figures, that the later reading holds and the earlier does not, in any order; others' may be left out (<see cref="Who"/>).</param>
    public static ListMovement Between(StatusLists from, StatusLists to, IEnumerable<LedgerEntry> entries)
    {
        var diff = StatusListDiff.Between(from, to);
        var listed = Listed(diff);
        var explaining = entries.Where(e => e.Programme == to.Board.Programme.Key && (e.Phase == to.Phase.Key || e.Event is StepEvent.FigureStated)).OrderBy(e => e.Seq).ToLookup(e => e.Participant);
        var programme = to.Board.Programme;
        return new(
            from, to,
            [
                .. diff.Lists.Zip(from.Lists, to.Lists).Select(l => new MovedList(
                    l.First.Definition, l.Second.Count, l.Third.Count, Names(l.First.Definition, l.First.Added), Names(l.First.Definition, l.First.Removed))),
            ],
            [
                .. Rows(from, to).Where(r => Moved(r.Before, r.After, to.Phase.Key)).Select(r => new MovedParticipant(
                    r.After.Participant, Steps(from, to, r.Before, r.After, explaining[r.After.Participant.Id]), listed.Contains(r.After.Participant.Id))),
            ]);

        ImmutableArray<MovedName> Names(StatusListDefinition definition, ImmutableArray<Participant> names) =>
            [.. names.Select(p => new MovedName(p, Explain(programme, definition, explaining[p.Id])))];
    }

    private static ImmutableArray<LedgerEntry> Explain(Programme programme, StatusListDefinition definition, IEnumerable<LedgerEntry> entries)
    {
        var all = entries.ToList();
        ImmutableArray<LedgerEntry> changes =
        [
            .. all.Where(e => e.Event switch
            {
                StepEvent.StatusChanged => programme.FindStep(e.Step) is { } step && definition.SpeaksOf(programme, step),
                StepEvent.FigureStated figure => definition.Measures.Any(m => m.Measure == figure.Measure),
                _ => false,
            }),
        ];
        return changes.IsEmpty ? [.. all.Where(e => e.Event is StepEvent.SourceStated)] : changes;
    }

    /// <summary>One that took another name in between may stand at another place.</summary>
    private static IEnumerable<(ParticipantProgress Before, ParticipantProgress After)> Rows(StatusLists from, StatusLists to) =>
        to.Board.Rows.Select(row => (from.Board[row.Participant.Id], row));

    private static HashSet<ParticipantId> Listed(StatusListDiff diff) => [.. diff.Lists.SelectMany(l => l.Added.Concat(l.Removed)).Select(p => p.Id)];

    private static bool Moved(ParticipantProgress before, ParticipantProgress after, string phase)
    {
        if (ReferenceEquals(before, after)) return false;
        var was = before.In(phase);
        var now = after.In(phase);
        for (var i = 0; i < was.Length; i++)
            if (was[i].Status != now[i].Status) return true;
        return false;
    }

    private static ImmutableArray<MovedStep> Steps(StatusLists from, StatusLists to, ParticipantProgress before, ParticipantProgress after, IEnumerable<LedgerEntry> entries)
    {
        var (phase, then) = (to.Phase.Key, from.AsOf);
        var changes = entries.Where(e => e.Event is StepEvent.StatusChanged).ToLookup(e => e.Step);
        return
        [
            .. from step in to.Board.Programme.Steps
               let was = before[phase, step.Key]
               let now = after[phase, step.Key]
               where was.Status != now.Status
               select new MovedStep(step, was, before.Knows(phase, step.Key, then), now, [.. changes[step.Key]]),
        ];
    }
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Appendices;

/// <summary>A published appendix beside the board.</summary>
/// <param name="Lists">Row by row.</param>
/// <param name="Differences">Participant by participant and system by system, where they differ or an import would write; empty while there are mistakes.</param>
/// <param name="Plan">What an import would do; null while there are mistakes.</param>
public sealed record AppendixComparison(ImmutableArray<ListComparison> Lists, ImmutableArray<ConnectionDifference> Differences, ImportPlan? Plan)
{
    /// <summary>Whether every row agrees.</summary>
    public bool Agrees => Lists.All(l => l.Agrees);

    /// <summary>Compares.</summary>
    /// <param name="reading">The appendix.</param>
    /// <param name="lists">The board's lists as of its date.</param>
    /// <param name="plan">What its import would do to the board as it is now; null while it has mistakes.</param>
    public static AppendixComparison Of(AppendixReading reading, StatusLists lists, ImportPlan? plan) => new(
        [.. lists.Lists.Select(l => Compare(l, [.. reading.Rows.Where(r => r.Number == l.Definition.Number).SelectMany(r => r.Participants).Distinct()], lists.Board.Participants))],
        plan is null || reading.State is null ? [] : [.. Differing(reading.State.Statuses, lists, plan)], plan);

    private static ListComparison Compare(StatusList list, ImmutableArray<Participant> said, ParticipantSet set) => new(
        list.Definition, [.. list.Participants.IntersectBy(said.Select(p => p.Id), p => p.Id)],
        [.. said.ExceptBy(list.Participants.Select(p => p.Id), p => p.Id).OrderBy(p => set.IndexOf(p.Code))], [.. list.Participants.ExceptBy(said.Select(p => p.Id), p => p.Id)]);

    private static IEnumerable<ConnectionDifference> Differing(
        ImmutableArray<(Participant Participant, string System, ConnectionStatus Status)> statuses, StatusLists lists, ImportPlan plan)
    {
        var (programme, phase) = (lists.Board.Programme, lists.Phase.Key);
        var written = plan.Written.Where(w => w.Command.Place.Phase == phase).ToLookup(w => w.Command.Participant);
        var left = plan.Left.Where(l => l.Command is StepCommand.Import).ToLookup(l => l.Command.Participant);
        foreach (var (participant, system, status) in statuses)
        {
            var row = lists.Board[participant.Id];
            var steps = programme.Parts.Where(p => p.System == system).SelectMany(p => p.Steps).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
            var before = Connection.Of(programme, row, system, phase, lists.AsOf);
            var after = Connection.Of(programme, After(row, written[participant.Id], lists.Board.Seq), system, phase, lists.AsOf);
            ImmutableArray<string> writes = [.. written[participant.Id].Select(w => w.Command.Place.Step).OfType<string>().Where(steps.Contains)];
            ImmutableArray<(StepKey, Wording.Message)> leaves =
                [.. left[participant.Id].Select(l => (((StepCommand.Import)l.Command).Key, l.Why)).Where(l => l.Key.Phase == phase && steps.Contains(l.Key.Step))];
            if (before != status || !writes.IsEmpty || !leaves.IsEmpty) yield return new(participant, system, status, before, after, writes, leaves);
        }
    }

    /// <summary>The row as of the document's date once the import is written.</summary>
    private static ParticipantProgress After(ParticipantProgress row, IEnumerable<(StepCommand Command, ImmutableArray<StepEvent> Events)> written, long seq)
    {
        foreach (var (command, events) in written)
            foreach (var happened in events)
                row = row.Evolve(happened, command.Place.Phase, command.Place.Step, command.Actor, At(command), ++seq);
        return row;
    }

    private static DateTimeOffset At(StepCommand command) => command switch
    {
        StepCommand.Import import => import.At,
        StepCommand.StateSource source => source.At,
        _ => throw new InvalidOperationException($"No import says {command.GetType().Name}."),
    };
}

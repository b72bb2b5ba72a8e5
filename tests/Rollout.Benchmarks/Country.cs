using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>The real programmes over generated participants, and entries for the first.</summary>
internal static class Country
{
    public static ImmutableArray<Programme> Programmes { get; } = [.. DataFiles.ReadAll(DataFiles.Folder).Catalog!.All.Select(i => i.Programme)];

    public static Programme Programme => Programmes[0];

    public static Board Board(int participants) => Board(Programme, participants);

    public static Board Board(Programme programme, int participants) => Core.Boards.Board.Empty(programme, new(
        programme.ParticipantSets[0], Enumerable.Range(0, participants).Select(i => new Participant(new(programme.ParticipantSets[0], $"{i:00000}"), $"Nơi {i:00000}", "", "", [], null))));

    /// <summary>A change of status of some cell; every cell is reported and taken back in turn.</summary>
    public static EntryDraft Draft(ParticipantSet set, int number, DateTimeOffset at)
    {
        var participant = set.All[(int)((uint)number * 2654435761u % (uint)set.Count)];
        var step = Programme.Steps[number / 7 % Programme.Steps.Length];
        var (from, to) = number % 2 == 0 ? (StepStatus.InProgress, StepStatus.Reported) : (StepStatus.Reported, StepStatus.InProgress);
        return new(
            Programme.Key, participant.Id, Programme.Phases[number / 3 % Programme.Phases.Length].Key, step.Key, new StepEvent.StatusChanged(from, to, Basis.Report),
            new(ActorKind.Participant, "generated", null, participant.Id), at, at, null);
    }
}

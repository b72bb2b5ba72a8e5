using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>The numbers of the overview, read off a board.</summary>
/// <param name="Participants">How many take part.</param>
/// <param name="AllSystems">How many have completed every system in the phase that concerns them; nobody where the programme has none.</param>
/// <param name="AllSystemsNames">Their names, in official order.</param>
/// <param name="EndToEnd">How many have completed the parts without a system that concern them.</param>
/// <param name="StepsDone">Cells done in the phase, of those that concern their participant.</param>
/// <param name="Steps">Cells of the phase that concern their participant.</param>
/// <param name="Systems">Counts by system.</param>
/// <param name="Services">How many services are in each state; those of whom nothing is known are left out.</param>
/// <param name="InterruptedSince">Since when the longest interruption lasts, or null.</param>
/// <param name="Passing">Cells whose probes pass.</param>
/// <param name="Observed">Cells whose probes pass or fail.</param>
/// <param name="Unknown">How many have some system of which nothing is known; where the programme has none, of how many nothing is known at all.</param>
public sealed record BoardSummary(
    int Participants, int AllSystems, ImmutableArray<string> AllSystemsNames, int EndToEnd, int StepsDone, int Steps,
    ImmutableArray<SystemCount> Systems, ImmutableDictionary<ServiceState, int> Services, DateTimeOffset? InterruptedSince,
    int Passing, int Observed, int Unknown)
{
    /// <summary>Counts a phase of a board as of an instant.</summary>
    public static BoardSummary Of(Board board, string phase, DateTimeOffset asOf)
    {
        var programme = board.Programme;
        var systems = programme.Systems.Select(s => SystemCount.Of(board, s.Key, phase, asOf)).ToImmutableArray();
        var all = board.Rows.Where(r => Completed(programme.Systems, s => Connection.Of(programme, r, s.Key, phase, asOf), s => Connection.Concerns(programme, r, s.Key, phase)))
            .Select(r => r.Participant.Name).ToImmutableArray();
        var endToEnd = programme.Parts.Where(p => p.System is null).ToList();
        var (done, steps, passing, observed) = (0, 0, 0, 0);
        foreach (var row in board.Rows)
        {
            var cells = row.In(phase);
            for (var i = 0; i < cells.Length; i++)
            {
                if (!row.Applies(phase, programme.Steps[i])) continue;
                steps++;
                if (cells[i].Status == StepStatus.Done) done++;
                if (cells[i].Verification == VerificationState.Passing) passing++;
                if (cells[i].Verification is VerificationState.Passing or VerificationState.Failing) observed++;
            }
        }
        return new(
            board.Rows.Count, all.Length, all,
            board.Rows.Count(r => Completed(endToEnd, p => Connection.OfPart(programme, r, p.Key, phase, asOf), p => Connection.ConcernsPart(programme, r, p.Key, phase))),
            done, steps, systems,
            board.Rows.Where(r => r.Service is not null).CountBy(r => r.Service!.State).ToImmutableDictionary(),
            board.Rows.Where(r => r.Service?.State == ServiceState.Interrupted).Min(r => r.Service?.Since),
            passing, observed, board.Rows.Count(IsUnknown));

        bool IsUnknown(ParticipantProgress row) => programme.Systems.IsEmpty
            ? programme.Steps.All(s => !row.Applies(phase, s) || !row.Knows(phase, s.Key, asOf))
            : programme.Systems.Any(s => Connection.Of(programme, row, s.Key, phase, asOf) is null && Connection.Concerns(programme, row, s.Key, phase));
    }

    /// <summary>Whether all that concern somebody are completed, and there are any.</summary>
    private static bool Completed<T>(IReadOnlyCollection<T> all, Func<T, ConnectionStatus?> status, Func<T, bool> concerns)
    {
        var any = false;
        foreach (var one in all)
            if (status(one) == ConnectionStatus.Completed) any = true;
            else if (concerns(one)) return false;
        return any;
    }
}

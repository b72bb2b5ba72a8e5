using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>The numbers of the overview, read off a board.</summary>
/// <param name="Participants">How many take part.</param>
/// <param name="AllSystems">How many have completed every system in the phase.</param>
/// <param name="AllSystemsNames">Their names, in official order.</param>
/// <param name="EndToEnd">How many have completed the parts without a system.</param>
/// <param name="StepsDone">Cells done in the phase.</param>
/// <param name="Steps">Cells of the phase.</param>
/// <param name="Systems">Counts by system.</param>
/// <param name="Services">How many services are in each state; those of whom nothing is known are left out.</param>
/// <param name="InterruptedSince">Since when the longest interruption lasts, or null.</param>
/// <param name="Passing">Cells whose probes pass.</param>
/// <param name="Observed">Cells whose probes pass or fail.</param>
/// <param name="Unknown">How many have some system of which nothing is known.</param>
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
        var all = board.Rows.Where(r => programme.Systems.All(s => Connection.Of(programme, r, s.Key, phase, asOf) == ConnectionStatus.Completed))
            .Select(r => r.Participant.Name).ToImmutableArray();
        var endToEnd = programme.Parts.Where(p => p.System is null).Select(p => p.Key).ToList();
        var (done, passing, observed) = (0, 0, 0);
        foreach (var row in board.Rows)
            foreach (var cell in row.In(phase))
            {
                if (cell.Status == StepStatus.Done) done++;
                if (cell.Verification == VerificationState.Passing) passing++;
                if (cell.Verification is VerificationState.Passing or VerificationState.Failing) observed++;
            }
        return new(
            board.Rows.Count, all.Length, all,
            endToEnd.Count == 0 ? 0 : board.Rows.Count(r => endToEnd.TrueForAll(p => Connection.OfPart(programme, r, p, phase, asOf) == ConnectionStatus.Completed)),
            done, board.Rows.Count * programme.Steps.Length, systems,
            board.Rows.Where(r => r.Service is not null).CountBy(r => r.Service!.State).ToImmutableDictionary(),
            board.Rows.Where(r => r.Service?.State == ServiceState.Interrupted).Min(r => r.Service?.Since),
            passing, observed, board.Rows.Count(r => programme.Systems.Any(s => Connection.Of(programme, r, s.Key, phase, asOf) is null)));
    }
}

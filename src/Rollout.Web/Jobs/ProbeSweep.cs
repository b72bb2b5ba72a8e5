using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Web.Jobs;

/// <summary>One look at all targets of a programme, each result judged and recorded by the one path.</summary>
public sealed class ProbeSweep(
    ProbeRunner runner, ProbeSamples samples, StreakBook streaks, Targets targets, BoardStore boards, StepRecorder recorder, SweepSettings settings,
    DomainClock clock)
{
    /// <summary>Checks every target, or those of one participant or phase.</summary>
    /// <returns>How many checks were made.</returns>
    public async Task<int> RunAsync(Programme programme, string? participant, string? phase, CancellationToken ct)
    {
        targets.Refresh();
        var orders = Orders(programme, participant, phase);
        await runner.RunAsync(orders, (result, token) => TakeAsync(programme, result, token), ct);
        return orders.Count;
    }

    /// <summary>Judges the steps of a participant anew once its addresses are others: a new one has proved nothing, and one that went proves nothing any more.</summary>
    public async Task JudgeAsync(Programme programme, ParticipantId participant, CancellationToken ct)
    {
        foreach (var phase in programme.Phases)
            foreach (var step in programme.Steps)
                await JudgeAsync(programme, new(participant, phase.Key, step.Key), step, ct);
    }

    private List<ProbeOrder> Orders(Programme programme, string? participant, string? phase) =>
    [
        .. from target in targets.All
           where target.Programme == programme.Key && (participant is null || target.Participant.Code == participant) && (phase is null || target.Phase == phase)
           from probe in programme.Probes
           where probe.Role == target.Role && probe.Kind != ProbeKind.Dossier && probe.Phases.Contains(target.Phase)
           select new ProbeOrder(probe, target, streaks.Of(target.Id, probe.Key).EverPassed),
    ];

    private async ValueTask TakeAsync(Programme programme, ProbeResult result, CancellationToken ct)
    {
        var target = result.Target;
        // While it was looked at it was given another address, or went: what was seen speaks of nobody any more.
        if (targets.Find(target.Programme, target.Participant, target.Phase, target.Role) != target) return;
        await samples.AddAsync(result, ct);
        foreach (var step in programme.Steps)
            if (step.Settlement.Probes.Contains(result.Probe)) await JudgeAsync(programme, new(target.Participant, target.Phase, step.Key), step, ct);
    }

    private async Task JudgeAsync(Programme programme, StepKey key, StepDefinition step, CancellationToken ct)
    {
        var cell = boards.Of(programme.Key)[key.Participant][key.Phase, key.Step];
        var command = Judgement.Of(
            key, cell, Sightings(programme, step, key), clock.Now);
        if (command is not null) await recorder.RecordAsync(programme.Key, command, ct);
    }

    private ImmutableArray<ProbeSighting> Sightings(Programme programme, StepDefinition step, StepKey cell) =>
    [
        .. from key in step.Settlement.Probes
           let probe = programme.FindProbe(key)!
           let at = targets.Find(programme.Key, cell.Participant, cell.Phase, probe.Role)
           select new ProbeSighting(key, at is null ? null : streaks.Of(at.Id, key), probe.Policy, clock.Domain(settings.Every(programme))),
    ];
}

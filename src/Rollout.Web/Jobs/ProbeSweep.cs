using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Logging;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Jobs;

/// <summary>Looks at targets; each result is put on whoever's fault it is, kept, judged and recorded by the one path.</summary>
public sealed class ProbeSweep(
    ProbeRunner runner, ProbePlan plan, SelfCheck self, IncidentWatch incidents, ProbeSamples samples, StreakBook streaks, Targets targets, MaintenanceBook windows, OthersResults others,
    ProbeRhythm rhythm,
    SweepStates states, BoardStore boards, StepRecorder recorder, SweepSettings settings, DomainClock clock, TimeProvider time, ILogger<ProbeSweep> log)
{
    /// <summary>One scheduled look at all targets whose probes have this interval.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="every">The interval.</param>
    /// <param name="shard">Which part of the sweep.</param>
    /// <param name="due">When it was due, real time.</param>
    /// <param name="ct">Ends it.</param>
    public async Task SweepAsync(Programme programme, TimeSpan every, SweepShard shard, DateTimeOffset due, CancellationToken ct)
    {
        using var trace = WebMeters.Sweep(programme.Key, every);
        Refresh(programme);
        // Without a network of our own everybody would seem dead. Without references we do not know, and look.
        var networkOut = await self.NetworkWorksAsync(ct) == false;
        incidents.OwnNetwork(programme, works: !networkOut);
        var orders = networkOut ? [] : plan.Due(programme, every, shard, clock.Now - clock.Domain(time.GetUtcNow() - due));
        states.Begin(programme.Key, every, shard, orders.Length, networkOut);
        if (networkOut)
        {
            Log.OwnNetworkOut(log, programme.Key);
            return;
        }
        await runner.RunAsync(orders, urgent: false, async (result, token) =>
        {
            await TakeAsync(programme, result, token);
            states.Count(programme.Key, every, shard);
        }, ct);
        states.End(programme.Key, every, shard);
        await JudgeUnseenAsync(programme, ct);
    }

    /// <summary>What somebody wants looked at now: every target, or those of one participant or phase.</summary>
    /// <returns>How many checks were made.</returns>
    public async Task<int> RunAsync(Programme programme, string? participant, string? phase, CancellationToken ct)
    {
        var orders = Wanted(programme, participant, phase);
        await RunAsync(programme, orders, _ => { }, _ => { }, ct);
        return orders.Length;
    }

    /// <summary>The checks that somebody wants now.</summary>
    public ImmutableArray<ProbeOrder> Wanted(Programme programme, string? participant, string? phase)
    {
        Refresh(programme);
        return plan.Wanted(programme, participant, phase);
    }

    /// <summary>Makes checks that somebody waits for, before those of the schedule.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="orders">The checks.</param>
    /// <param name="begun">Told as each begins; may come from several threads at once.</param>
    /// <param name="done">Told of each result when it is kept and judged.</param>
    /// <param name="ct">Ends it.</param>
    public Task RunAsync(Programme programme, ImmutableArray<ProbeOrder> orders, Action<ProbeOrder> begun, Action<ProbeResult> done, CancellationToken ct) =>
        runner.RunAsync(orders, urgent: true, async (result, token) => done(await TakeAsync(programme, result, token)), ct, begun);

    /// <summary>Judges the steps of a participant anew once its addresses are others, or may not be looked at any more: what was seen proves nothing now.</summary>
    public async Task JudgeAsync(Programme programme, ParticipantId participant, CancellationToken ct)
    {
        foreach (var phase in programme.Phases)
            foreach (var step in programme.Steps)
                await JudgeAsync(programme, new(participant, phase.Key, step.Key), step, ct);
    }

    private void Refresh(Programme programme)
    {
        targets.Refresh();
        windows.Refresh();
        incidents.Refresh(programme);
        others.CatchUp();
    }

    private async ValueTask<ProbeResult> TakeAsync(Programme programme, ProbeResult seen, CancellationToken ct)
    {
        var target = seen.Target;
        // While it was looked at it was given another address, or went: what was seen speaks of nobody any more.
        if (targets.Find(target.Programme, target.Participant, target.Phase, target.Role) != target) return seen;
        rhythm.Note(seen);
        var (result, forgiven) = incidents.Attribute(programme, seen);
        await samples.AddAsync(result, ct);
        await JudgeAsync(programme, target, result.Probe, ct);
        foreach (var other in forgiven) await JudgeAsync(programme, other, null, ct);
        return result;
    }

    /// <summary>Judges the steps for which a target is looked at by a probe, or by any.</summary>
    private async Task JudgeAsync(Programme programme, ProbeTarget target, string? probe, CancellationToken ct)
    {
        foreach (var step in programme.Steps)
            if (step.Settlement.Probes.Any(p => probe is null ? programme.FindProbe(p)!.Role == target.Role : p == probe))
                await JudgeAsync(programme, new(target.Participant, target.Phase, step.Key), step, ct);
    }

    /// <summary>Whose target was not looked at, because it may not be or is dead for long, grows stale all the same.</summary>
    private async Task JudgeUnseenAsync(Programme programme, CancellationToken ct)
    {
        foreach (var target in targets.All)
            if (target.Programme == programme.Key && !plan.Agrees(programme, target)) await JudgeAsync(programme, target, null, ct);
    }

    private async Task JudgeAsync(Programme programme, StepKey key, StepDefinition step, CancellationToken ct)
    {
        var cell = boards.Of(programme.Key)[key.Participant][key.Phase, key.Step];
        var command = Judgement.Of(key, cell, Sightings(programme, step, key), clock.Now);
        if (command is not null) await recorder.RecordAsync(programme.Key, command, ct);
    }

    private ImmutableArray<ProbeSighting> Sightings(Programme programme, StepDefinition step, StepKey cell) =>
    [
        .. from key in step.Settlement.Probes
           let probe = programme.FindProbe(key)!
           let at = targets.Find(programme.Key, cell.Participant, cell.Phase, probe.Role)
           select at is null || !plan.MaySee(programme, at)
               ? new ProbeSighting(key, null, probe.Policy, TimeSpan.Zero)
               : new ProbeSighting(key, streaks.Of(at.Id, key), probe.Policy, clock.Domain(settings.Every(probe) * rhythm.Factor(at.Id, key))),
    ];
}

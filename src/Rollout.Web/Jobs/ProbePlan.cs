using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Quiet;

namespace Rollout.Web.Jobs;

/// <summary>
/// Who is looked at: whose participant agreed and still exists, who is not in quiet hours, and, when only the schedule wants it, who is due. Whoever presses a
/// button is not told that a dead target comes up later.
/// </summary>
public sealed class ProbePlan(
    Targets targets, StreakBook streaks, BoardStore boards, QuietHours quiet, ProbeRhythm rhythm, SweepSettings settings, RetiredTargets retired, DomainClock clock)
{
    /// <summary>The checks of a scheduled sweep, spread over its interval: each target always at the same place within it.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="every">The interval.</param>
    /// <param name="shard">Which part of the sweep.</param>
    /// <param name="since">When the sweep was due, on the domain clock: a target that some node has looked at since has had its turn.</param>
    public ImmutableArray<ProbeOrder> Due(Programme programme, TimeSpan every, SweepShard shard, DateTimeOffset since)
    {
        var late = clock.Now > since ? (clock.Now - since) / clock.Speed : TimeSpan.Zero;
        return
        [
            .. from place in Places(programme)
               where shard.Has(place.Target) && settings.Every(place.Probe) == every
                 && rhythm.IsDue(place.Target.Id, place.Probe.Key, every) && !rhythm.IsSeen(place.Target.Id, place.Probe.Key, since)
               let after = (every * settings.Spread * Share(place.Target.Id)) - late
               orderby after
               select OrderOf(place.Probe, place.Target) with { After = after },
        ];
    }

    /// <summary>The checks that a person wants now.</summary>
    public ImmutableArray<ProbeOrder> Wanted(Programme programme, string? participant, string? phase) =>
    [
        .. from place in Places(programme)
           where (participant is null || place.Target.Participant.Code == participant) && (phase is null || place.Target.Phase == phase)
           select OrderOf(place.Probe, place.Target),
    ];

    /// <summary>Whether a participant's targets have retired: there is nobody to look at.</summary>
    public bool IsRetired(Programme programme, ProbeTarget target) => retired.Has(programme, target.Participant);

    /// <summary>Whether a participant lets its targets be looked at.</summary>
    public bool Agrees(Programme programme, ProbeTarget target) => !IsRetired(programme, target) && boards.Of(programme.Key)[target.Participant].Probing is { Consent: ProbingConsent.Agreed };

    /// <summary>Whether what was seen at a participant's targets may still count: a pause takes nothing back, a withdrawal does.</summary>
    public bool MaySee(Programme programme, ProbeTarget target) =>
        !IsRetired(programme, target) && boards.Of(programme.Key)[target.Participant].Probing is { Consent: ProbingConsent.Agreed or ProbingConsent.Paused };

    private IEnumerable<(ProbeDefinition Probe, ProbeTarget Target)> Places(Programme programme) =>
        from target in targets.All
        where target.Programme == programme.Key && Agrees(programme, target)
        from probe in programme.Probes
        where probe.Role == target.Role && probe.Phases.Contains(target.Phase) && quiet.Of(target, probe.SystemKey, clock.Now) is null
        select (probe, target);

    private ProbeOrder OrderOf(ProbeDefinition probe, ProbeTarget target) => new(InTime(probe), target, streaks.Of(target.Id, probe.Key).EverPassed);

    /// <summary>Nobody is waited for longer than half an interval: one who never answers must not make the sweep late for all.</summary>
    private ProbeDefinition InTime(ProbeDefinition probe) => settings.Every(probe) / 2 is var most && probe.Timeout > most ? probe with { Timeout = most } : probe;

    /// <summary>Neighbouring numbers lie far apart, and the same number always at the same place (the golden ratio's fraction).</summary>
    private static double Share(long target) => target * 0.6180339887498949 % 1;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Jobs;
using Rollout.Web.Quiet;

namespace Rollout.Web.Reading;

/// <summary>What the probes see, for the page and the API alike: streaks from memory, the latest results from what everybody shares.</summary>
public sealed class ProbeReading(
    Targets targets, StreakBook streaks, SampleReader samples, SharedSamples shared, SweepSettings sweeps, ProbeRhythm rhythm, ProbePlan plan, QuietHours quiet,
    DomainClock clock)
{
    /// <summary>How many results of each a line shows.</summary>
    public const int Shown = 30;

    /// <summary>The lines of a programme in official order.</summary>
    /// <param name="board">The board as it is now.</param>
    /// <param name="phase">Only of this phase.</param>
    /// <param name="participant">Only of this participant.</param>
    /// <param name="count">How many results of each; of one participant only.</param>
    public ImmutableArray<ProbeLine> Lines(Board board, string? phase, ParticipantId? participant, int count = Shown)
    {
        var programme = board.Programme;
        ImmutableArray<long> ids = [.. targets.All.Where(t => t.Programme == programme.Key && (participant is null || t.Participant == participant)).Select(t => t.Id)];
        var marks = participant is null ? shared.Of(programme.Key, ids, Shown) : samples.Latest(ids, count).GroupBy(s => (s.Target, s.Probe)).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        var now = clock.Now;
        return Drawn(board, targets, phase, participant, line =>
        {
            // What failed last is nobody's trouble once there is nobody.
            if (plan.IsRetired(programme, line.Target)) return line with { Retired = true, Marks = marks.GetValueOrDefault((line.Target.Id, line.Probe.Key), []) };
            var streak = streaks.Of(line.Target.Id, line.Probe.Key);
            return line with
            {
                State = StateOf(Sight(programme, line.Probe, line.Target, streak), now),
                Streak = streak,
                Marks = marks.GetValueOrDefault((line.Target.Id, line.Probe.Key), []),
                Window = quiet.Of(line.Target, line.Probe.SystemKey, now),
            };
        });
    }

    /// <summary>Every probe at every address that exists now, in official order.</summary>
    /// <param name="board">Who takes part.</param>
    /// <param name="targets">The addresses.</param>
    /// <param name="phase">Only of this phase.</param>
    /// <param name="participant">Only of this participant.</param>
    /// <param name="see">Fills in what was seen.</param>
    internal static ImmutableArray<ProbeLine> Drawn(Board board, Targets targets, string? phase, ParticipantId? participant, Func<ProbeLine, ProbeLine> see)
    {
        var programme = board.Programme;
        var places = board.Rows.Select((r, i) => (r.Participant.Id, Place: i)).ToDictionary(r => r.Id, r => r.Place);
        var steps = programme.Probes.ToDictionary(p => p.Key, p => programme.Steps.Where(s => s.Settlement.Probes.Contains(p.Key)).Select(s => s.Key).ToImmutableArray());
        return
        [
            .. from target in targets.All
               where target.Programme == programme.Key && (phase is null || target.Phase == phase) && (participant is null || target.Participant == participant)
                   && places.ContainsKey(target.Participant)
               from probe in programme.Probes
               where LooksAt(probe, target)
               let place = ((((places[target.Participant] * programme.Phases.Length) + programme.PhaseIndex(target.Phase)) * programme.Probes.Length) + programme.Probes.IndexOf(probe))
               orderby place
               let row = board.Rows[places[target.Participant]]
               select see(new(place, row.Participant, target, probe, steps[probe.Key], VerificationState.NotObservable, Streak.Empty, [], row.Probing, null)),
        ];
    }

    /// <summary>What one probe's streak comes to, by the rule that judges the step.</summary>
    public static VerificationState StateOf(ProbeSighting sighting, DateTimeOffset now)
    {
        var before = Before(sighting.Streak ?? Streak.Empty, sighting.Policy);
        var cell = StepState.Initial with { Verification = before };
        return Judgement.Of(Nobody, cell, [sighting], now)?.Verification ?? before ?? VerificationState.NotObservable;
    }

    private static readonly StepKey Nobody = new(default, "", "");

    /// <summary>The verdict before the present row of results, which holds until that row is long enough.</summary>
    private static VerificationState? Before(Streak streak, VerificationPolicy policy)
    {
        VerificationState? verdict = null;
        var (passes, failures) = (0, 0);
        for (var i = streak.Remembered - 1; i >= 0; i--)
        {
            var passed = (streak.Outcomes & (1u << i)) != 0;
            (passes, failures) = passed ? (passes + 1, 0) : (0, failures + 1);
            if (failures >= policy.FailAfter) verdict = VerificationState.Failing;
            else if (passes >= policy.AdvanceAfter) verdict = VerificationState.Passing;
        }
        return verdict;
    }

    /// <summary>As the sweep sees it when it judges.</summary>
    private ProbeSighting Sight(Programme programme, ProbeDefinition probe, ProbeTarget target, Streak streak) => plan.MaySee(programme, target)
        ? new(probe.Key, streak, probe.Policy, clock.Domain(sweeps.Every(probe) * rhythm.Factor(target.Id, probe.Key)))
        : new(probe.Key, null, probe.Policy, TimeSpan.Zero);

    private static bool LooksAt(ProbeDefinition probe, ProbeTarget target) => probe.Role == target.Role && probe.Phases.Contains(target.Phase);
}

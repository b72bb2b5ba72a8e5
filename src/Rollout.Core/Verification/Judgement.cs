using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Verification;

/// <summary>Rules 2 to 4 of product.md: results and policy in, a verification and perhaps a command out.</summary>
public static class Judgement
{
    /// <summary>What the probes of a step come to, as a command for the one path; null when they have nothing new to say.</summary>
    /// <param name="key">Which cell.</param>
    /// <param name="cell">The cell as it is now.</param>
    /// <param name="sightings">What is known of each probe of the step; of a step without probes there is nothing to say.</param>
    /// <param name="now">The domain's present.</param>
    public static StepCommand.Observe? Of(
        StepKey key, StepState cell, ImmutableArray<ProbeSighting> sightings, DateTimeOffset now)
    {
        if (sightings.IsEmpty) return null;
        var states = sightings.Select(s => StateOf(s, cell.Verification, now)).ToList();
        var verification = Worst(states);
        var at = states.IndexOf(verification);
        var streaks = sightings.Select(s => s.Streak ?? Streak.Empty).ToList();
        var failing = verification == VerificationState.Failing;
        var observe = new StepCommand.Observe(
            Actor.Probe(sightings[at].Probe), key, verification,
            verification is VerificationState.Passing || streaks[at].Last is not { } fault ? null : new(fault.Owner, fault.Code),
            Seen: streaks.Any(s => s.Passes > 0),
            Settled: verification == VerificationState.Passing && sightings.All(s => s.Streak!.Passes >= Needed(s.Policy.AdvanceAfter, s.Streak)),
            Regressed: failing && cell.Verification == VerificationState.Failing && now - cell.VerifiedSince >= sightings[at].Policy.RegressAfter);
        return SaysSomething(cell, observe) ? observe : null;
    }

    /// <summary>The verification that one probe's streak comes to.</summary>
    private static VerificationState StateOf(ProbeSighting seen, VerificationState? before, DateTimeOffset now)
    {
        if (seen.Streak is not { Counted: { } counted } streak) return VerificationState.NotObservable;
        if (now - counted > seen.Interval * VerificationPolicy.StaleAfterIntervals) return VerificationState.Stale;
        if (streak.Failures >= Needed(seen.Policy.FailAfter, streak)) return VerificationState.Failing;
        if (streak.Passes >= Needed(seen.Policy.AdvanceAfter, streak)) return VerificationState.Passing;
        // Between the thresholds nothing changes, so that flapping does not flood the ledger; what was stale or unseen is seen again.
        return before is VerificationState.Passing or VerificationState.Failing ? before.Value : VerificationState.NotObservable;
    }

    /// <summary>Who goes back and forth has to hold out four times as long: each verdict is an entry that people read.</summary>
    private static int Needed(int threshold, Streak streak) => streak.Flaps ? threshold * 4 : threshold;

    /// <summary>A step is as good as its worst probe; one that fails outweighs one that cannot be seen.</summary>
    private static VerificationState Worst(List<VerificationState> states) =>
        states.Contains(VerificationState.Failing) ? VerificationState.Failing
        : states.Contains(VerificationState.NotObservable) ? VerificationState.NotObservable
        : states.Contains(VerificationState.Stale) ? VerificationState.Stale
        : VerificationState.Passing;

    private static bool SaysSomething(StepState cell, StepCommand.Observe observe) =>
        (observe.Verification != cell.Verification && !(cell.Verification is null && observe.Verification == VerificationState.NotObservable))
        || (observe.Regressed && cell is { Status: StepStatus.Done, Basis: Basis.Probe })
        || (observe.Settled && cell.Status is not (StepStatus.Done or StepStatus.Blocked))
        || (observe.Seen && cell.Status == StepStatus.NotStarted);
}

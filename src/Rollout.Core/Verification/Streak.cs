namespace Rollout.Core.Verification;

/// <summary>What the results of one target come to. Only passes and the participant's own faults count; the rest says how well we see.</summary>
/// <param name="Passes">Passes in a row.</param>
/// <param name="Failures">The participant's own failures in a row.</param>
/// <param name="EverPassed">Whether our prober has ever passed here: before that, denied access is our missing right (rule 4).</param>
/// <param name="FailingSince">When the present row of failures began.</param>
/// <param name="Counted">When a result last counted.</param>
/// <param name="Last">The last fault, null after a pass.</param>
public sealed record Streak(int Passes, int Failures, bool EverPassed, DateTimeOffset? FailingSince, DateTimeOffset? Counted, Fault? Last)
{
    /// <summary>No result yet.</summary>
    public static Streak Empty { get; } = new(0, 0, false, null, null, null);

    /// <summary>The streak after one more result.</summary>
    public Streak After(ProbeResult result) => After(result.Fault, result.At);

    /// <summary>The streak after one more result of which only the fault and the time are known.</summary>
    public Streak After(Fault? fault, DateTimeOffset at)
    {
        if (fault is null) return new(Passes + 1, 0, true, null, at, null);
        if (FaultOwner.IsParticipants(fault.Owner)) return new(0, Failures + 1, EverPassed, FailingSince ?? at, at, fault);
        return this with { Last = fault };
    }
}

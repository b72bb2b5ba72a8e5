using System.Numerics;

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
    /// <summary>How many of the latest results tell whether a target flaps.</summary>
    public const int FlapWindow = 21;

    /// <summary>Turns between passing and failing within that window from which on it flaps: two whole outages are four.</summary>
    public const int FlapTurns = 5;

    /// <summary>No result yet.</summary>
    public static Streak Empty { get; } = new(0, 0, false, null, null, null);

    /// <summary>The latest results that counted, a bit each, the newest lowest; set when it passed.</summary>
    public uint Outcomes { get; init; }

    /// <summary>How many bits of <see cref="Outcomes"/> are results, at most <see cref="FlapWindow"/>.</summary>
    public int Remembered { get; init; }

    /// <summary>What it was before the present row of failures; null when there is none.</summary>
    public Streak? Before { get; init; }

    /// <summary>Whether it goes back and forth so often that a verdict needs more results in a row than usual.</summary>
    public bool Flaps => Remembered > 1 && BitOperations.PopCount((Outcomes ^ (Outcomes >> 1)) & ((1u << (Remembered - 1)) - 1)) >= FlapTurns;

    /// <summary>The streak after one more result.</summary>
    public Streak After(ProbeResult result) => After(result.Fault, result.At);

    /// <summary>The streak after one more result of which only the fault and the time are known.</summary>
    public Streak After(Fault? fault, DateTimeOffset at)
    {
        if (fault is null) return Remember(true, new(Passes + 1, 0, true, null, at, null));
        if (!FaultOwner.IsParticipants(fault.Owner)) return this with { Last = fault };
        return Remember(false, new(0, Failures + 1, EverPassed, FailingSince ?? at, at, fault) { Before = Before ?? this with { Last = null } });
    }

    /// <summary>The streak when the present row of failures turns out to be somebody else's: as it was before, with that fault as the last seen (rule 4).</summary>
    public Streak Forgiven(Fault fault) => (Before ?? this) with { Last = fault };

    private Streak Remember(bool passed, Streak next) => next with
    {
        Outcomes = (Outcomes << 1) | (passed ? 1u : 0),
        Remembered = Math.Min(Remembered + 1, FlapWindow),
    };
}

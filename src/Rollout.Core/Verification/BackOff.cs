namespace Rollout.Core.Verification;

/// <summary>How often a target is still looked at that has been dead for long: ever more seldom, until the first pass.</summary>
public static class BackOff
{
    /// <summary>Failures in a row that are looked at as often as everything else.</summary>
    public const int Patience = 12;

    /// <summary>The longest wait, as a multiple of the interval: an hour at five minutes.</summary>
    public const int Longest = 12;

    /// <summary>The interval of a target, as a multiple of its probe's: 1, then 2, 4, 8, 12 with every further dozen of results without a pass.</summary>
    /// <param name="withoutPass">Results in a row that were no pass, whoever's fault.</param>
    public static int Factor(int withoutPass) => withoutPass < Patience ? 1 : Math.Min(Longest, 1 << Math.Min(4, withoutPass / Patience));
}

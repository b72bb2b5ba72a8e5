namespace Rollout.Core.Steps;

/// <summary>What a participant says of being probed. Without a word of it nobody looks at its addresses.</summary>
public enum ProbingConsent
{
    /// <summary>It agrees: its addresses are probed.</summary>
    Agreed,

    /// <summary>It agrees, but not now; it said why.</summary>
    Paused,

    /// <summary>It took its consent back.</summary>
    Withdrawn,
}

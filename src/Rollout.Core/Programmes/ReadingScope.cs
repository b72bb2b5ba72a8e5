namespace Rollout.Core.Programmes;

/// <summary>What a participant's contact may read.</summary>
public enum ReadingScope
{
    /// <summary>Everyone's state.</summary>
    All,

    /// <summary>Their own participant alone.</summary>
    Own,
}

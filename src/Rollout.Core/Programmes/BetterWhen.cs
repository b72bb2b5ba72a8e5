namespace Rollout.Core.Programmes;

/// <summary>Which way the figures of a measure should go.</summary>
public enum BetterWhen
{
    /// <summary>The less the better.</summary>
    Lower,

    /// <summary>The more the better.</summary>
    Higher,
}

namespace Rollout.Core.Programmes;

/// <summary>What the figures of a measure are.</summary>
public enum MeasureUnit
{
    /// <summary>A share of a hundred.</summary>
    Percent,

    /// <summary>How many.</summary>
    Count,
}

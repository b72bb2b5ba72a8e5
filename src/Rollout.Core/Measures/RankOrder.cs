namespace Rollout.Core.Measures;

/// <summary>From which end a ranking is read.</summary>
public enum RankOrder
{
    /// <summary>Who is best is first.</summary>
    BestFirst,

    /// <summary>Who is worst is first, as letters name them.</summary>
    WorstFirst,
}

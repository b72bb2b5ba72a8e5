namespace Rollout.Core.Programmes;

/// <summary>How exactly a document dates what it states.</summary>
public enum DatePrecision
{
    /// <summary>To the moment.</summary>
    Instant,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the month: "tháng 7 năm 2024" with the day left blank.</summary>
    Month,
}

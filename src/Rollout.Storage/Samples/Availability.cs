namespace Rollout.Storage.Samples;

/// <summary>
/// The share of passes among the results that count, 0 to 1; null where there is none. What was not the participant's own fault counts neither
/// way.
/// </summary>
/// <param name="Day">Of the last 24 hours.</param>
/// <param name="Week">Of the last 7 days.</param>
/// <param name="Month">Of the last 30 days.</param>
public sealed record Availability(double? Day, double? Week, double? Month);

namespace Rollout.Core.Reports;

/// <summary>A result of a check as test minutes print it.</summary>
/// <param name="At">When.</param>
/// <param name="Probe">Which check.</param>
/// <param name="Address">The address looked at; null where the reader may not see it.</param>
/// <param name="Outcome">Passed, or why not.</param>
/// <param name="TotalMs">How long it took, real milliseconds.</param>
public sealed record MinutesResult(DateTimeOffset At, string Probe, string? Address, string Outcome, double TotalMs);

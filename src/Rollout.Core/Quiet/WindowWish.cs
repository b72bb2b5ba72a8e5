namespace Rollout.Core.Quiet;

/// <summary>A maintenance window as somebody writes it down, not looked at yet.</summary>
/// <param name="Scope">Whom it is for.</param>
/// <param name="From">Its first instant; null for now.</param>
/// <param name="Until">Its end; null for a repeated one without end.</param>
/// <param name="Cron">When it begins again; null or empty for once.</param>
/// <param name="Lasts">How long each repeated one lasts.</param>
/// <param name="Reason">Why.</param>
public sealed record WindowWish(QuietScope Scope, DateTimeOffset? From, DateTimeOffset? Until, string? Cron, TimeSpan? Lasts, string? Reason);

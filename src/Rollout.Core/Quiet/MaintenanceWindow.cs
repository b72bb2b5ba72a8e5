namespace Rollout.Core.Quiet;

/// <summary>
/// A time in which nobody is probed and nothing is judged: of one participant or all, of one role or system or all. Once from an instant to
/// another, or again and again by a cron expression in Asia/Ho_Chi_Minh.
/// </summary>
/// <param name="Id">Its number; 0 before it is kept.</param>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Scope">Whom it is for.</param>
/// <param name="From">Its first instant; of a repeated one since when it repeats. Domain clock.</param>
/// <param name="Until">Its end; null for a repeated one without end.</param>
/// <param name="Cron">Five fields, minute first: when it begins again; null for once.</param>
/// <param name="Lasts">How long each repeated one lasts; null for once.</param>
/// <param name="Reason">Why, as people will read it.</param>
/// <param name="By">Who wrote it.</param>
public sealed record MaintenanceWindow(
    long Id, string Programme, QuietScope Scope, DateTimeOffset From, DateTimeOffset? Until, string? Cron, TimeSpan? Lasts, string Reason, string By);

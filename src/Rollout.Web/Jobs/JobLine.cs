namespace Rollout.Web.Jobs;

/// <summary>A job of the schedule as it stands.</summary>
/// <param name="Key">Its name in the scheduler.</param>
/// <param name="Every">Its interval; null when it has none.</param>
/// <param name="Last">When it last began, on whichever node; null when it never did.</param>
/// <param name="Next">When it is due; null when never again.</param>
/// <param name="RunHere">How it went the last time on this node; null when it has not run here.</param>
/// <param name="Stuck">Whether it should have run, or moved, long ago.</param>
public sealed record JobLine(string Key, TimeSpan? Every, DateTimeOffset? Last, DateTimeOffset? Next, JobRun? RunHere, bool Stuck);

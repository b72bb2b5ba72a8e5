namespace Rollout.Web.Jobs;

/// <summary>A job that somebody adds beside those of the programmes, so that it is not taken for one that nobody knows any more.</summary>
/// <param name="Key">Its name in the scheduler.</param>
public sealed record ScheduledJob(string Key);

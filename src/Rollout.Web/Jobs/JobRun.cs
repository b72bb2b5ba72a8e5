namespace Rollout.Web.Jobs;

/// <summary>How a job went the last time on this node, real time.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Took">How long it took; null while it runs.</param>
/// <param name="Trouble">What it failed with: the name of an error, never its words. Null when it did not fail.</param>
public sealed record JobRun(DateTimeOffset Began, TimeSpan? Took, string? Trouble);

namespace Rollout.Web.Operations;

/// <summary>How far the boards that are shown stand behind the ledger.</summary>
/// <param name="Entries">Entries that are written and not yet shown.</param>
/// <param name="Behind">Since when, at the latest, these are missing; zero when none is.</param>
/// <param name="LookedAt">When the follower last looked, real time; null when it has not yet.</param>
public sealed record FollowerFacts(long Entries, TimeSpan Behind, DateTimeOffset? LookedAt);

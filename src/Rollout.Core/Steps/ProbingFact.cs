namespace Rollout.Core.Steps;

/// <summary>What a participant says of being probed, and since when.</summary>
/// <param name="Consent">What it says.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastSeq">The entry that says so.</param>
public sealed record ProbingFact(ProbingConsent Consent, DateTimeOffset Since, long LastSeq);

namespace Rollout.Web.Operations;

/// <summary>One thing that a node needs.</summary>
/// <param name="Key">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Facts">What was found, for administrators alone.</param>
public sealed record ReadinessCheck(string Key, CheckState State, object Facts);

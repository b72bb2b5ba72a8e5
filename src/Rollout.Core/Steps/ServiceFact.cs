using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>The state of a participant's service and since when.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastSeq">The entry that says so.</param>
public sealed record ServiceFact(ServiceState State, DateTimeOffset Since, long LastSeq);

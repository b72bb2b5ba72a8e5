namespace Rollout.Core.Verification;

/// <summary>Why a check did not pass, and whose fault it is.</summary>
/// <param name="Owner">A word of <see cref="FaultOwner"/> or the key of an agency.</param>
/// <param name="Code">The reason's code, <c>tcp.refused</c>, <c>xroad.ServiceDisabled</c>, <c>condition.status</c>; its words are in the resources.</param>
/// <param name="Detail">What was seen: the server's own message, the condition that failed; cut short.</param>
public sealed record Fault(string Owner, string Code, string Detail);

namespace Rollout.Core.Steps;

/// <summary>Whose fault a failing verification is, as the ledger keeps it.</summary>
/// <param name="Owner"><c>participantSystem</c>, <c>participantGateway</c>, <c>self</c> or an agency key.</param>
/// <param name="Code">The reason's code.</param>
public sealed record FaultMark(string Owner, string Code);

namespace Rollout.Web.Operations;

/// <summary>What the database answered.</summary>
/// <param name="Trouble">Why nothing can be written: the name of an error. Null when it can.</param>
/// <param name="Milliseconds">How long the round trip took, the wait for its turn included.</param>
/// <param name="Head">The number of the last entry in the ledger, whoever wrote it; 0 when nothing was read.</param>
public sealed record DatabaseFacts(string? Trouble, double Milliseconds, long Head);

namespace Rollout.Storage.Tables;

/// <summary>What a table holds, so that two of them can be compared, whichever engines keep them.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Sha256">The hash over all values of all rows.</param>
public sealed record TableState(string Table, long Rows, string Sha256);

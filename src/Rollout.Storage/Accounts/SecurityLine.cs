namespace Rollout.Storage.Accounts;

/// <summary>A line of the security log.</summary>
/// <param name="Id">Its number, ascending.</param>
/// <param name="At">When it was written.</param>
/// <param name="Kind">What happened, as a stable word.</param>
/// <param name="Subject">The account, key or thing it is about; empty when there is none.</param>
/// <param name="By">Who did it; empty when nobody was signed in.</param>
/// <param name="Address">The address it came from; empty when it came from no request.</param>
/// <param name="Detail">What else is to be known, never a secret.</param>
public sealed record SecurityLine(long Id, DateTimeOffset At, string Kind, string Subject, string By, string Address, string Detail);

namespace Rollout.Storage.Accounts;

/// <summary>An account as it stands in the database, without anything secret but the stamp that its cookies must carry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserName">The name one signs in with; what the ledger keeps.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Role">The role as a word.</param>
/// <param name="Office">The office; empty where there is none.</param>
/// <param name="Email">The address; empty where there is none.</param>
/// <param name="Stamp">Changes whenever every session of the account has to end.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="DisabledAt">Since when it may not sign in.</param>
/// <param name="LastSignInAt">When its person last signed in.</param>
/// <param name="LockedUntil">Until when wrong passwords have closed it.</param>
/// <param name="TwoFactor">Whether a second factor is set up.</param>
/// <param name="HasPassword">Whether its person has chosen a password yet.</param>
public sealed record AccountLine(
    string Id, string UserName, string FullName, string Role, string Office, string Email, string Stamp, DateTimeOffset CreatedAt, DateTimeOffset? DisabledAt,
    DateTimeOffset? LastSignInAt, DateTimeOffset? LockedUntil, bool TwoFactor, bool HasPassword);

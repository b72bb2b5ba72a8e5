using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>An account whose role names somebody who was taken over.</summary>
/// <param name="Account">The account as it stands.</param>
/// <param name="Role">The role that names who took over.</param>
public sealed record Rebinding(AccountLine Account, string Role);

namespace Rollout.Web.Accounts;

/// <summary>Where a sign-in stands.</summary>
public enum SignInStep
{
    /// <summary>Name, password or code were wrong, or the account may not be used; which of these is told to nobody.</summary>
    Refused,

    /// <summary>Too many attempts under this name within a minute; nothing was looked at.</summary>
    TooMany,

    /// <summary>The account's code is wanted.</summary>
    Code,

    /// <summary>The account needs a second factor and has none yet.</summary>
    SetUp,

    /// <summary>Signed in.</summary>
    Done,
}

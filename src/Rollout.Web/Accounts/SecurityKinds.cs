namespace Rollout.Web.Accounts;

/// <summary>The words by which the security log says what happened to accounts, keys and accesses.</summary>
public static class SecurityKinds
{
    /// <summary>Somebody signed in.</summary>
    public const string SignIn = "signIn";

    /// <summary>A sign-in failed.</summary>
    public const string SignInFailed = "signIn.failed";

    /// <summary>Too many failures closed an account for a while.</summary>
    public const string Locked = "account.locked";

    /// <summary>Somebody signed out.</summary>
    public const string SignOut = "signOut";

    /// <summary>Somebody ended every session of theirs.</summary>
    public const string SignOutEverywhere = "signOut.everywhere";

    /// <summary>An account was made.</summary>
    public const string Created = "account.created";

    /// <summary>An account was changed.</summary>
    public const string Changed = "account.changed";

    /// <summary>An account was closed.</summary>
    public const string Disabled = "account.disabled";

    /// <summary>An account was opened again.</summary>
    public const string Enabled = "account.enabled";

    /// <summary>Password and second factor were taken away, and a new link given.</summary>
    public const string Reset = "account.reset";

    /// <summary>Somebody changed their password.</summary>
    public const string PasswordChanged = "password.changed";

    /// <summary>Somebody set a password by a link.</summary>
    public const string PasswordSet = "password.set";

    /// <summary>A second factor was set up.</summary>
    public const string SecondFactorOn = "secondFactor.on";

    /// <summary>A second factor was turned off.</summary>
    public const string SecondFactorOff = "secondFactor.off";

    /// <summary>New recovery codes were made.</summary>
    public const string RecoveryCodes = "recovery.created";

    /// <summary>A recovery code was used up.</summary>
    public const string RecoveryUsed = "recovery.used";

    /// <summary>A key was made.</summary>
    public const string KeyCreated = "key.created";

    /// <summary>A key was revoked.</summary>
    public const string KeyRevoked = "key.revoked";

    /// <summary>A key that is unknown or revoked was shown.</summary>
    public const string KeyUnknown = "key.unknown";

    /// <summary>Somebody who is signed in was refused.</summary>
    public const string Refused = "access.refused";

    /// <summary>More requests than are taken in a minute; once a minute for whoever sends them.</summary>
    public const string LimitReached = "limit.reached";

    /// <summary>A new version of a programme was kept for the next start.</summary>
    public const string ProgrammeKept = "programme.kept";

    /// <summary>Lines older than they are kept were let go.</summary>
    public const string LogPruned = "log.pruned";
}

using Rollout.Core.Wording;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>Stands before everything that administrators alone may do: asks the accounts, not the cookie, and tells the log whom it sent away.</summary>
public sealed class AdminGate(LiveAccess access, SecurityLog log)
{
    /// <summary>Said to everybody else.</summary>
    public static FieldMistake Refusal { get; } = new("", Message.Of("access.administrator"));

    /// <summary>Whether the caller is an administrator at this moment.</summary>
    public bool Lets(Caller caller, string what)
    {
        if (access.Now(caller.User) is { IsAdministrator: true }) return true;
        log.Write(SecurityKinds.Refused, what, caller.Name, caller.Address, "");
        return false;
    }
}

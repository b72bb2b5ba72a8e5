using System.Globalization;
using Rollout.Storage.Accounts;
using Rollout.Web.Guarding;

namespace Rollout.Web.Accounts;

/// <summary>Lets lines of the security log go when they are as old as <c>Security:LogDays</c> says, and tells the log that it did.</summary>
public sealed class LogKeeping(SecurityTable table, GuardSettings guard, SecurityLog log, TimeProvider time)
{
    /// <summary>Removes them.</summary>
    public void Prune()
    {
        var before = time.GetUtcNow() - guard.LogKept;
        if (table.RemoveBefore(before) is var removed && removed > 0)
            log.Write(SecurityKinds.LogPruned, "", "", "", string.Create(CultureInfo.InvariantCulture, $"{removed} before {before:yyyy-MM-ddTHH:mm:ssZ}"));
    }
}

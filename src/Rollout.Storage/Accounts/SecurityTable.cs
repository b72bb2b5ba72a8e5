using Microsoft.EntityFrameworkCore;
using Rollout.Storage.Database;

namespace Rollout.Storage.Accounts;

/// <summary>The security log as a table that does not grow for ever: its lines are never changed, the oldest may go.</summary>
public sealed class SecurityTable(RolloutDatabase database)
{
    /// <summary>Removes the lines written before an instant; says how many they were.</summary>
    public int RemoveBefore(DateTimeOffset instant)
    {
        using var db = database.Open();
        var before = instant.ToUnixTimeMilliseconds();
        return db.SecurityRows.Where(r => r.At < before).ExecuteDelete();
    }
}

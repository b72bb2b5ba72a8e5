using Microsoft.Data.Sqlite;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Storage.Sqlite;

/// <summary>What a database that cannot be written is called: full (13), locked or busy (5, 6), read-only (8), unreadable (10, 11, 14, 26).</summary>
internal static class StorageRefusal
{
    /// <summary>The refusal, or null when it is something else.</summary>
    public static Refusal? Of(SqliteException e) => e.SqliteErrorCode switch
    {
        13 => new(RefusalKind.Unavailable, Message.Of("storage.full")),
        5 or 6 => new(RefusalKind.Unavailable, Message.Of("storage.locked")),
        8 or 10 or 11 or 14 or 26 => new(RefusalKind.Unavailable, Message.Of("storage.unwritable", e.Message)),
        _ => null,
    };
}

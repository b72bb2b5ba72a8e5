using System.Data.Common;
using Rollout.Storage.Database;

namespace Rollout.Storage.Sqlite;

/// <summary>Another process on the same file changes its <c>PRAGMA data_version</c>, asked every 500 ms: the one poll there is.</summary>
internal sealed class SqliteWatch(DbConnection connection, TimeProvider time) : IDatabaseWatch
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private readonly PeriodicTimer _timer = new(Poll, time);
    private long _seen = -1;

    /// <inheritdoc/>
    public async Task<bool> WaitAsync(CancellationToken ct)
    {
        await _timer.WaitForNextTickAsync(ct);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var version = command.Whole()!.Value;
        if (version == _seen) return false;
        _seen = version;
        return true;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _timer.Dispose();
        return connection.DisposeAsync();
    }
}

using System.Data.Common;
using System.Globalization;
using Rollout.Storage.Database;
using Rollout.Storage.Sqlite;

namespace Rollout.Web.Operations;

/// <summary>Asks the database whether it can be written: the one place here that knows which engine it is.</summary>
public sealed class DatabaseState(SqliteDatabase database, StorageOptions options, TimeProvider time)
{
    // Longer than an append may wait for another, and nobody who asks a proxy's question waits longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<DatabaseFacts>? _underWay;
    private string? _version;

    /// <summary>The engine's name.</summary>
    public static string Provider => "SQLite";

    /// <summary>The engine's version.</summary>
    public string Version => _version ??= database.Version();

    /// <summary>How much is kept, in bytes; null when it cannot be told.</summary>
    public long? Size => new[] { options.DatabasePath, options.DatabasePath + "-wal" }.Select(p => new FileInfo(p)).Where(f => f.Exists).Sum(f => (long?)f.Length);

    /// <summary>Takes the right to write, gives it back, and reads the ledger's head. However many ask, one asks the database.</summary>
    public async Task<DatabaseFacts> ReadAsync(CancellationToken ct)
    {
        Task<DatabaseFacts> answer;
        lock (_gate) answer = _underWay is { IsCompleted: false } asked ? asked : _underWay = Task.Run(RoundTrip, CancellationToken.None);
        try
        {
            return await answer.WaitAsync(Limit, time, ct);
        }
        catch (TimeoutException e)
        {
            return new(e.GetType().Name, Limit.TotalMilliseconds, 0);
        }
    }

    private DatabaseFacts RoundTrip()
    {
        var began = time.GetTimestamp();
        try
        {
            using DbConnection connection = database.Connect();
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            // Asks for everything that a change needs, and changes nothing.
            command.CommandText = "DELETE FROM drafts WHERE 1 = 0";
            command.ExecuteNonQuery();
            command.CommandText = "SELECT coalesce(max(seq), 0) FROM ledger";
            var head = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            transaction.Commit();
            return new(null, time.GetElapsedTime(began).TotalMilliseconds, head);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException)
        {
            return new(e.GetType().Name, time.GetElapsedTime(began).TotalMilliseconds, 0);
        }
    }
}

using System.Data.Common;
using System.Globalization;
using Rollout.Storage.Database;

namespace Rollout.Web.Operations;

/// <summary>Asks the database whether it can be written, and what it is.</summary>
public sealed class DatabaseState(RolloutDatabase database, StorageOptions options, TimeProvider time)
{
    // Longer than an append may wait for another, and nobody who asks a proxy's question waits longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<DatabaseFacts>? _underWay;

    /// <summary>The engine with its version, and how many bytes it keeps; nothing when it does not answer.</summary>
    public Task<(string? Version, long? Size)> EngineAsync(CancellationToken ct) => Task.Run<(string?, long?)>(
        () =>
        {
            try
            {
                return (database.Version(), Size());
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException)
            {
                return (null, null);
            }
        }, ct);

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

    private long Size()
    {
        if (database.Provider == StorageProvider.Sqlite)
            return new[] { options.DatabasePath, options.DatabasePath + "-wal" }.Select(p => new FileInfo(p)).Where(f => f.Exists).Sum(f => f.Length);
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT pg_database_size(current_database())";
        return (long)command.ExecuteScalar()!;
    }

    private DatabaseFacts RoundTrip()
    {
        var began = time.GetTimestamp();
        try
        {
            using var connection = database.Connect();
            using var transaction = database.Write(connection);
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
        catch (Exception e)
        {
            // Whatever it was: who asks for health is answered.
            return new(e.GetType().Name, time.GetElapsedTime(began).TotalMilliseconds, 0);
        }
    }
}

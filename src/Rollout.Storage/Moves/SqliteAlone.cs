using Microsoft.Data.Sqlite;
using Rollout.Storage.Database;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Moves;

/// <summary>A SQLite file that nobody else has open, and that nobody writes until this is disposed.</summary>
internal sealed class SqliteAlone : IDisposable
{
    private const int Busy = 5;
    private const int Locked = 6;

    private SqliteAlone(SqliteConnection connection, SqliteTransaction hold) => (Connection, Hold) = (connection, hold);

    /// <summary>Where it is read; it sees one state.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>What keeps the others from writing.</summary>
    public SqliteTransaction Hold { get; }

    /// <summary>
    /// Whether nobody has the file open, idle or not: with a write-ahead log it can be locked exclusively only then. Asked and given back; from
    /// then on the lock of a writer is enough, and the ledger may be read by several connections.
    /// </summary>
    public static bool IsFree(StorageOptions options)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.DatabasePath, Pooling = false, DefaultTimeout = 1 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        // Apart: of several statements in one, a failure behind one that answers is not told.
        command.CommandText = "PRAGMA locking_mode=EXCLUSIVE";
        command.ExecuteNonQuery();
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK";
        return Try(() => command.ExecuteNonQuery()) is not null;
    }

    /// <summary>Keeps everybody from writing; null when somebody is just doing so.</summary>
    public static SqliteAlone? Take(SqliteDatabase database)
    {
        var connection = (SqliteConnection)database.Connect();
        if (Try(() => (SqliteTransaction)database.Write(connection)) is SqliteTransaction hold) return new(connection, hold);
        connection.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Hold.Dispose();
        SqliteConnection.ClearPool(Connection);
        Connection.Dispose();
    }

    private static object? Try(Func<object> lockIt)
    {
        try
        {
            return lockIt();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            return null;
        }
    }
}

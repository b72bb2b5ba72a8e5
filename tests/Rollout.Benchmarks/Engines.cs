using Npgsql;
using Rollout.Storage.Database;

namespace Rollout.Benchmarks;

/// <summary>Where a benchmark keeps its data: a folder for SQLite, and on the server that <c>ROLLOUT_TEST_POSTGRES</c> tells a database of its own.</summary>
internal sealed class Engines : IDisposable
{
    private readonly string _name = $"bench{Environment.ProcessId}_{Guid.NewGuid():N}";
    private readonly string? _server;

    private Engines(string? server)
    {
        _server = server;
        Folder = Directory.CreateTempSubdirectory("bench-engine-").FullName;
        if (server is not null) Run(server, $"CREATE DATABASE {_name}");
    }

    public string Folder { get; }

    public StorageOptions Options => _server is null
        ? new(Folder)
        : new(Folder) { Provider = StorageProvider.Postgres, Connection = new NpgsqlConnectionStringBuilder(_server) { Database = _name }.ConnectionString };

    /// <summary>SQLite, and PostgreSQL where there is a server.</summary>
    public static IEnumerable<Engines> All()
    {
        yield return new(null);
        if (Postgres() is { } postgres) yield return postgres;
    }

    /// <summary>A database of its own on the server; null when there is none, which is said.</summary>
    public static Engines? Postgres()
    {
        if (Environment.GetEnvironmentVariable("ROLLOUT_TEST_POSTGRES") is { Length: > 0 } server) return new(server);
        Console.Out.WriteLine("PostgreSQL: not measured, ROLLOUT_TEST_POSTGRES tells no server");
        return null;
    }

    /// <summary>Whether the server makes every commit durable.</summary>
    public string Durability()
    {
        if (_server is null) return "SQLite, write-ahead log, synchronous FULL";
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', synchronous_commit ' || current_setting('synchronous_commit')", connection);
        return $"PostgreSQL {command.ExecuteScalar()}";
    }

    public void Dispose()
    {
        if (_server is not null) Run(_server, $"DROP DATABASE {_name} WITH (FORCE)");
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

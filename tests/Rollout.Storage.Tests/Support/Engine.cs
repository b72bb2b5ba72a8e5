using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Rollout.Storage.Database;
using Rollout.Storage.Postgres;

namespace Rollout.Storage.Tests.Support;

/// <summary>
/// The engine that this run tests. The same tests run twice: on SQLite, and with <c>ROLLOUT_TEST_STORAGE=postgres</c> on the server that
/// <c>ROLLOUT_TEST_POSTGRES</c> tells (<c>tests/run</c> starts one). Tests of one engine alone carry the trait <c>engine</c>.
/// </summary>
internal static partial class Engine
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static int _count;

    /// <summary>Whether this run is PostgreSQL's.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("ROLLOUT_TEST_STORAGE") == "postgres";

    private static string Server =>
        Environment.GetEnvironmentVariable("ROLLOUT_TEST_POSTGRES") ?? throw new InvalidOperationException("ROLLOUT_TEST_POSTGRES tells no server; tests/run starts one.");

    /// <summary>A database of its own for a test, with the newest schema.</summary>
    public static string NewDatabase()
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}";
        Run($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return At(name);
    }

    /// <summary>A database of its own without anything in it.</summary>
    public static string EmptyDatabase()
    {
        var name = $"e{Environment.ProcessId}_{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}";
        Run($"CREATE DATABASE {name} TEMPLATE template0");
        return At(name);
    }

    /// <summary>Removes a database, whoever is still connected.</summary>
    public static void Drop(string connection) => Run($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    /// <summary>The same statement in PostgreSQL's words.</summary>
    public static string Said(string sql) => IsPostgres ? Trigger().Replace(sql, "ALTER TABLE ${table} DISABLE TRIGGER ${trigger}") : sql;

    private static string At(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private static string MakeTemplate()
    {
        var name = $"template{Environment.ProcessId}";
        Run($"CREATE DATABASE {name} TEMPLATE template0");
        using (var database = new PostgresDatabase(new(Path.GetTempPath()) { Provider = StorageProvider.Postgres, Connection = At(name) + ";Pooling=false" })) database.Migrate();
        return name;
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }

    /// <summary>The table is the first word of the trigger's name, or the first two.</summary>
    [GeneratedRegex("DROP TRIGGER (?<trigger>(?<table>ledger|publication_events)_[a-z_]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Trigger();
}

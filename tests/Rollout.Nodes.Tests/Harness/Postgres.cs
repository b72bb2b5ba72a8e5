using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// A PostgreSQL server of a test's own, on a port and in a folder of its own, every commit brought to the disk: to be stopped, killed and
/// started again. It refuses root, so that it then runs as the user its package has made.
/// </summary>
public class Postgres : IAsyncLifetime
{
    private const string User = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string? Programs = Find();
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-pg-").FullName;
    private int _databases;

    /// <summary>Why there is no server; null when there can be one.</summary>
    public static string? Missing { get; } = Programs is null ? "The programs of a PostgreSQL server are missing: tests/run installs them as root (Debian: apt-get install postgresql)" : null;

    public int Port { get; } = Repository.FreePort();

    protected string Folder => _folder;

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    public virtual async ValueTask InitializeAsync()
    {
        if (Missing is not null) return;
        if (IsRoot) Run("chown", User, _folder);
        RunAs("initdb", "-D", Data, "-U", "app", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await StartAsync();
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        // Children of a killed server may still be going; until they are gone it refuses to start.
        await Until.So("the server starts", Patience, () => TryRunAs("pg_ctl", "-D", Data, "-s", "-w", "-t", "50", "-l", Path.Combine(_folder, "log"), "-o",
            string.Create(CultureInfo.InvariantCulture, $"-p {Port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=on -c max_connections=200 -c shared_buffers=32MB"), "start"));
    }

    /// <summary>Stops it in order.</summary>
    public void Stop() => RunAs("pg_ctl", "-D", Data, "-s", "-m", "fast", "-w", "stop");

    /// <summary>kill -9: the server, whose children notice it and go.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    /// <summary>A new empty database; how it is reached, through another port if one is named.</summary>
    public string NewDatabase()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        var name = $"n{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        Execute(At("postgres"), $"CREATE DATABASE {name} TEMPLATE template0");
        return At(name);
    }

    /// <summary>A new empty database whose tables lie in a folder of their own.</summary>
    public string NewDatabaseAt(string folder)
    {
        var place = Path.Combine(folder, "tables");
        Directory.CreateDirectory(place);
        if (IsRoot)
        {
            Run("chmod", "755", folder);
            Run("chown", User, place);
        }
        var connection = NewDatabase();
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        Execute(At("postgres"), $"CREATE TABLESPACE at_{name} LOCATION '{place}'");
        Execute(At("postgres"), $"ALTER DATABASE {name} SET TABLESPACE at_{name}");
        return connection;
    }

    /// <summary>Removes a database that lies in a folder of its own.</summary>
    public void Drop(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        Execute(At("postgres"), $"DROP DATABASE {name} WITH (FORCE)");
        Execute(At("postgres"), $"DROP TABLESPACE at_{name}");
    }

    /// <summary>The same database through another port.</summary>
    public static string Through(string connection, int port) => new NpgsqlConnectionStringBuilder(connection) { Port = port }.ConnectionString;

    public static void Execute(string connection, string sql)
    {
        using var open = new NpgsqlConnection(connection + ";Pooling=false");
        open.Open();
        using var command = new NpgsqlCommand(sql, open) { CommandTimeout = 60 };
        command.ExecuteNonQuery();
    }

    public virtual ValueTask DisposeAsync()
    {
        if (Missing is null) TryRunAs("pg_ctl", "-D", Data, "-s", "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static void Run(string file, params string[] arguments) => Assert.True(TryRun(file, arguments), $"{file} {string.Join(' ', arguments)} failed");

    protected static bool TryRun(string file, params IEnumerable<string> arguments)
    {
        // What it says goes nowhere, and not into a pipe: a server that it leaves behind would keep that open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", file, .. arguments]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static void RunAs(string program, params string[] arguments) => Assert.True(TryRunAs(program, arguments), $"{program} {string.Join(' ', arguments)} failed");

    private static bool TryRunAs(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return IsRoot ? TryRun("runuser", ["-u", User, "--", path, .. arguments]) : TryRun(path, arguments);
    }

    private string At(string database) => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=app;Database={database}");

    private static string? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian).OrderByDescending(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var v) ? v : 0).Select(f => Path.Combine(f, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")));
    }
}

using Rollout.Storage.Database;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>The program copied, with the programme of the tests; a data folder; and, on PostgreSQL, the database that its nodes share.</summary>
internal sealed class Installation : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly bool _borrowed;
    private readonly string _program;

    /// <param name="connection">How the shared database is reached; empty for SQLite.</param>
    /// <param name="every">The interval of the probes.</param>
    /// <param name="data">The data folder; null for one that is removed afterwards.</param>
    public Installation(string connection, string every = "5m", string? data = null)
    {
        _program = Directory.CreateTempSubdirectory("rollout-program-").FullName;
        (Connection, Every, Data) = (connection, every, data ?? Path.Combine(_program, "kept"));
        foreach (var file in Directory.EnumerateFiles(Repository.Program, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_program, Path.GetRelativePath(Repository.Program, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        Wells.PutInto(_program, every);
    }

    private Installation(Installation other, string connection) =>
        (_borrowed, _program, Connection, Every, Data) = (true, other._program, connection, other.Every, Path.Combine(other._program, Guid.NewGuid().ToString("N")));

    public string Connection { get; }

    public string Every { get; }

    public string Data { get; }

    public string Executable => Path.Combine(_program, "Rollout.Web.dll");

    public StorageOptions Storage => Connection.Length == 0 ? new(Data) : new(Data) { Provider = StorageProvider.Postgres, Connection = Connection };

    /// <summary>Another one with the same program.</summary>
    public Installation At(string connection) => new(this, connection);

    /// <summary>What every process of it is told; a node may reach the database another way.</summary>
    public IEnumerable<(string Name, string Value)> Settings(string? connection = null) => Connection.Length == 0
        ? [("Access__PublicRead", "true")]
        : [("Access__PublicRead", "true"), ("Storage__Provider", "postgres"), ("Storage__Connection", connection ?? Connection)];

    /// <summary>Opens what is stored in this process.</summary>
    public Book Open() => new(Storage, Wells.Catalog(Every));

    /// <summary>Runs a command of the program to its end; what it said.</summary>
    public async Task<string> RunAsync(params string[] command)
    {
        await using var process = new Started(Started.Dotnet, [Executable, .. command, "--data", Data], Settings());
        Assert.True(await process.EndAsync(Patience) == 0, process.All);
        return process.All;
    }

    /// <summary>The command <c>ledger verify</c> says that the chain holds.</summary>
    public async Task VerifyAsync() => Assert.NotEmpty(await RunAsync("ledger", "verify"));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        if (!_borrowed) Directory.Delete(_program, recursive: true);
    }
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Rollout.Web.Tests.Api;

namespace Rollout.Web.Tests.Commands;

/// <summary>
/// The drill with the real program: a server runs, others write over the API, a backup is made beside it and restored elsewhere. On SQLite
/// always; on PostgreSQL where <c>ROLLOUT_TEST_POSTGRES</c> tells a server.
/// </summary>
public sealed class BackupDrillTests : IAsyncLifetime
{
    private const string Note = "Đã nối, đang thử với dữ liệu thật";

    private static readonly byte[] Pdf = [.. "%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8];

    private readonly List<string> _databases = [];
    private readonly string _root = Directory.CreateTempSubdirectory("rollout-drill-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string? Postgres => Environment.GetEnvironmentVariable("ROLLOUT_TEST_POSTGRES");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases) await AtServerAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Backup_of_a_running_server_brings_back_all_that_was_acknowledged_before(string engine)
    {
        var (from, to) = (await PlaceAsync(engine), await PlaceAsync(engine));
        var backups = Path.Combine(_root, "backups");
        var key = (await RunAsync(from, "api-key", "create", "--name", "thu", "--role", "monitor")).Output.Trim().Split('\n')[^1].Trim();
        await using var server = await from.ServeAsync();
        using var writer = Client(server, key);
        var hash = await AttachAsync(writer);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = WriteOnAsync(writer, enough.Token);
        var acknowledged = await LedgerAsync(writer);
        var (exit, output, error) = await RunAsync(from, "backup", "--to", backups, "--keep", "3");
        await enough.CancelAsync();
        await writing;
        Assert.True(exit == 0, error);
        var backup = Assert.Single(Directory.GetDirectories(backups));
        Assert.Contains(backup, output, StringComparison.Ordinal);

        var restore = await RunAsync(to, "restore", "--from", backup);
        Assert.True(restore.Exit == 0, restore.Error);
        Assert.Equal(0, (await RunAsync(to, "ledger", "verify")).Exit);

        await using var restored = await to.ServeAsync();
        using var reader = Client(restored, key);
        var (there, here) = (await LedgerAsync(reader), await LedgerAsync(writer));
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(backup, "manifest.json"), Token)).RootElement;
        Assert.Equal((manifest.GetProperty("ledgerSeq").GetInt64(), manifest.GetProperty("ledgerHash").GetString()), (there[^1].Seq, there[^1].Hash));
        Assert.Equal(acknowledged, there.Take(acknowledged.Count));
        Assert.Equal(there, here.Take(there.Count));
        // What was written meanwhile is in the first alone: both as they were known at the backup's last entry.
        var known = $"asOf={Uri.EscapeDataString(there[^1].At)}&knownOn={Uri.EscapeDataString(there[^1].At)}";
        foreach (var path in (string[])[$"/api/v1/programmes/lien-thong/board?phase=test&{known}", $"/api/v1/programmes/lien-thong/status-lists?phase=test&{known}", $"{Caller.Root}/92?phase=test&{known}", Caller.Cell("92") + $"/files/{hash}"])
            Assert.Equal(await writer.GetByteArrayAsync(new Uri(path, UriKind.Relative), Token), await reader.GetByteArrayAsync(new Uri(path, UriKind.Relative), Token));
        Assert.Equal(Pdf, await reader.GetByteArrayAsync(new Uri(Caller.Cell("92") + $"/files/{hash}", UriKind.Relative), Token));
        Assert.Equal(Note, there[0].Note);
    }

    [Theory]
    [InlineData(2, "backup")]
    [InlineData(2, "backup", "--to", "x", "--keep", "0")]
    [InlineData(2, "restore")]
    [InlineData(1, "backup", "--to", "x")]
    [InlineData(1, "restore", "--from", "/nowhere")]
    [InlineData(1, "migrate-storage")]
    public async Task Wrong_use_ends_with_its_code_and_one_line(int expected, params string[] command)
    {
        var (exit, _, error) = await RunAsync(await PlaceAsync("sqlite"), command);
        Assert.True(expected == exit, error);
        Assert.Single(error.Trim().Split('\n'));
        Assert.NotEmpty(error.Trim());
    }

    [Fact]
    public async Task Place_with_a_database_and_damaged_backup_are_refused_in_one_line()
    {
        var (from, to) = (await PlaceAsync("sqlite"), await PlaceAsync("sqlite"));
        await RunAsync(from, "api-key", "create", "--name", "thu", "--role", "monitor");
        Assert.Equal(0, (await RunAsync(from, "backup", "--to", Path.Combine(_root, "b"))).Exit);
        var backup = Directory.GetDirectories(Path.Combine(_root, "b"))[0];
        Assert.Contains("rollout.db", (await FailsAsync(from, "restore", "--from", backup)), StringComparison.Ordinal);
        await using (var file = File.OpenWrite(Path.Combine(backup, "rollout.db"))) file.WriteByte(0);
        Assert.Contains("rollout.db", (await FailsAsync(to, "restore", "--from", backup)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(to.Folder));
    }

    [Fact]
    public async Task Move_that_is_killed_leaves_nothing_behind_and_succeeds_when_it_is_run_again()
    {
        var source = await PlaceAsync("sqlite");
        var target = source with { Connection = (await PlaceAsync("postgres")).Connection };
        await RunAsync(source, "import", "baseline", "--programme", "lien-thong", Hosting.Repository.Data("programmes", "lien-thong", "baseline-2024-07-appendix-1.json"));
        // The schema is there before; a table that somebody holds stops the move in the middle of its one transaction.
        await RunAsync(target, "api-key", "create", "--name", "thu", "--role", "monitor");
        await using (var other = new NpgsqlConnection(target.Connection + ";Pooling=false"))
        {
            await other.OpenAsync(Token);
            await ExecuteAsync(other, "DELETE FROM api_keys; DELETE FROM security_log");
            await using var hold = await other.BeginTransactionAsync(Token);
            await ExecuteAsync(other, "LOCK TABLE targets IN SHARE MODE");
            using var moving = Executable.Start(["migrate-storage", "--data", target.Folder], target.Settings);
            while (await ScalarAsync("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'targets'::regclass") is 0L) Assert.False(moving.HasExited);
            moving.Kill(entireProcessTree: true);
            await moving.WaitForExitAsync(Token);
            await hold.CommitAsync(Token);

            async Task<object?> ScalarAsync(string sql)
            {
                await using var command = new NpgsqlCommand(sql, other);
                return await command.ExecuteScalarAsync(Token);
            }
        }
        var again = await RunAsync(target, "migrate-storage");
        Assert.True(again.Exit == 0, again.Error);
        foreach (var place in (Place[])[source, target])
            Assert.Contains(": 1", (await RunAsync(place, "ledger", "verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_runs_holds_its_file_and_is_not_moved()
    {
        var source = await PlaceAsync("sqlite");
        await using var server = await source.ServeAsync();
        var target = source with { Connection = (await PlaceAsync("postgres")).Connection };
        Assert.Contains("rollout.db", await FailsAsync(target, "migrate-storage"), StringComparison.Ordinal);
    }

    private static HttpClient Client(ServedProcess server, string key) =>
        new() { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };

    /// <summary>A report with a note and a file.</summary>
    private static async Task<string> AttachAsync(HttpClient client)
    {
        using var uploaded = await client.UploadAsync("92", (Pdf, "Biên bản.pdf"));
        var hash = (await uploaded.Content.ReadFromJsonAsync<JsonElement>(Token))[0].GetProperty("hash").GetString()!;
        using var answer = await client.PostAsJsonAsync(
            new Uri(Caller.Cell("92") + "/changes", UriKind.Relative), new { to = "done", version = 0, note = Note, files = new[] { new { hash, name = "Biên bản.pdf" } } }, Token);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return hash;
    }

    private static async Task WriteOnAsync(HttpClient client, CancellationToken enough)
    {
        foreach (var step in (string[])["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3"])
            foreach (var code in Enumerable.Range(1, 96).Select(c => $"{c:00}"))
            {
                if (enough.IsCancellationRequested) return;
                using var answer = await client.PostAsJsonAsync(new Uri(Caller.Cell(code, step) + "/changes", UriKind.Relative), new { to = "done", version = 0, note = "Theo công văn" }, Token);
            }
    }

    private static async Task<List<Written>> LedgerAsync(HttpClient client)
    {
        var entries = new List<Written>();
        for (long? after = 0; after is not null;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/programmes/lien-thong/ledger?limit=1000&after={after}", UriKind.Relative), Token);
            foreach (var entry in page.GetProperty("entries").EnumerateArray())
                entries.Add(new(entry.GetProperty("seq").GetInt64(), entry.GetProperty("hash").GetString()!, entry.GetProperty("recordedAt").GetString()!, entry.GetProperty("note").GetString()));
            after = page.GetProperty("next") is { ValueKind: JsonValueKind.Number } next ? next.GetInt64() : null;
        }
        return entries;
    }

    private static async Task<string> FailsAsync(Place place, params string[] command)
    {
        var (exit, _, error) = await RunAsync(place, command);
        Assert.True(exit == 1, error);
        return Assert.Single(error.Trim().Split('\n'));
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(Place place, params string[] command)
    {
        using var process = Executable.Start([.. command, "--data", place.Folder], place.Settings);
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var error = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output, await error);
    }

    private async Task<Place> PlaceAsync(string engine)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, $"{Guid.NewGuid():N}")).FullName;
        if (engine == "sqlite") return new(folder, null);
        Assert.SkipWhen(Postgres is null, "ROLLOUT_TEST_POSTGRES tells no server.");
        var database = $"drill{Environment.ProcessId}_{Guid.NewGuid():N}"[..40];
        await AtServerAsync($"CREATE DATABASE {database} TEMPLATE template0");
        _databases.Add(database);
        return new(folder, new NpgsqlConnectionStringBuilder(Postgres!) { Database = database }.ConnectionString);
    }

    private static async Task AtServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private sealed record Written(long Seq, string Hash, string At, string? Note);

    private sealed record Place(string Folder, string? Connection)
    {
        public (string Name, string Value)[] Settings => Connection is null ? [] : [("Storage__Provider", "postgres"), ("Storage__Connection", Connection)];

        public Task<ServedProcess> ServeAsync() => ServedProcess.StartAsync(Folder, [.. Settings, ("Limits__ApiPerCaller", "0"), ("Jobs__Enabled", "false")]);
    }
}

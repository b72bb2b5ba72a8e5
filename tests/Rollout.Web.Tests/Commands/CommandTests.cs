using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Ledgers;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Commands;

/// <summary>Every command as a user runs it: exit 0 done, 1 failed with a clear line, 2 wrong usage.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string July = Repository.Data("programmes", "lien-thong", "baseline-2024-07-appendix-1.json");
    private readonly string _folder = Directory.CreateTempSubdirectory("rollout-command-").FullName;

    [Fact]
    public async Task Import_then_export_gives_the_six_lists_back_and_a_second_import_changes_nothing()
    {
        var file = Path.Combine(_folder, "lists.csv");
        Assert.Equal(0, (await RunAsync("import", "baseline", "--programme", "lien-thong", July)).Exit);
        Assert.Contains(" 0 ", (await RunAsync("import", "baseline", "--programme", "lien-thong", July)).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("export", "status-lists", "--programme", "lien-thong", "--phase", "test", "--as-of", "2024-07-15", "--format", "csv", "--out", file)).Exit);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([1, 12, 28, 23, 3, 59], lines.Skip(1).CountBy(l => l[0]).Select(g => g.Value));
        Assert.Equal(0, (await RunAsync("ledger", "verify")).Exit);
    }

    [Theory]
    [InlineData("progress")]
    [InlineData("checklist", "--participant", "92")]
    [InlineData("reminder", "--deadline", "2099-12-31", "--system", "hotich")]
    public async Task Other_documents_are_exported_with_their_own_options(string kind, params string[] options)
    {
        var file = Path.Combine(_folder, $"{kind}.docx");
        Assert.Equal(0, (await RunAsync("import", "baseline", "--programme", "lien-thong", July)).Exit);
        string[] command = ["export", kind, "--programme", "lien-thong", "--phase", "test", .. options];
        Assert.Equal(0, (await RunAsync([.. command, "--format", "docx", "--out", file])).Exit);
        Assert.StartsWith("PK", await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (exit, _, error) = await RunAsync([.. command, "--format", "doc", "--out", file]);
        Assert.Equal(1, exit);
        Assert.Contains("docx", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_of_what_was_known_before_the_import_knows_nothing()
    {
        var file = Path.Combine(_folder, "lists.csv");
        Assert.Equal(0, (await RunAsync("import", "baseline", "--programme", "lien-thong", July)).Exit);
        Assert.Equal(0, (await RunAsync("export", "status-lists", "--programme", "lien-thong", "--as-of", "2024-07-15", "--known-on", "2024-07-15", "--format", "csv", "--out", file)).Exit);
        Assert.Single(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Appendix_as_it_was_published_is_imported_of_the_month_it_states_and_one_with_mistakes_is_not()
    {
        var published = Path.Combine(Repository.Root, "tests", "Rollout.Core.Tests", "Appendices", "appendices-2024-07.txt");
        var bad = Path.Combine(_folder, "bad.txt");
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(bad, (await File.ReadAllTextAsync(published, TestContext.Current.CancellationToken)).Replace("Gia Lai", "Gia Lay", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (exit, _, error) = await RunAsync("import", "baseline", "--programme", "lien-thong", bad);
        Assert.Equal(1, exit);
        Assert.Contains("bad.txt:43:0", error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("import", "baseline", "--programme", "lien-thong", published)).Exit);
        // The same state in the programme's own form has nothing to add.
        Assert.Contains(" 0 ", (await RunAsync("import", "baseline", "--programme", "lien-thong", July)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_with_mistakes_names_each_with_a_hint_and_writes_nothing()
    {
        var bad = Path.Combine(_folder, "bad.json");
        var text = await File.ReadAllTextAsync(July, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bad, text.Replace("\"Bạc Liêu\", \"Bắc Ninh\"", "\"Bạc Liu\", \"Bắc Ninh\", \"Bắc Ninh\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (exit, _, error) = await RunAsync("import", "baseline", "--programme", "lien-thong", "--date", "2024-07-15", "--phase", "test", bad);
        Assert.Equal(1, exit);
        Assert.Contains("Bạc Liu", error, StringComparison.Ordinal);
        Assert.Contains("Bạc Liêu", error, StringComparison.Ordinal);
        Assert.Contains("Bắc Ninh", error, StringComparison.Ordinal);
        Assert.Contains("12", error, StringComparison.Ordinal);
        Assert.Contains(": 0 ", (await RunAsync("ledger", "verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_beside_a_running_server_is_on_its_boards_within_a_second()
    {
        await using var server = new RunningServer { Catalog = Settings.DataFiles.ReadAll(Repository.Data()).Catalog };
        await server.InitializeAsync();
        var boards = server.Services.GetRequiredService<BoardStore>();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = boards.Subscribe(c => { if (c.Snapshot.Seq > 0) seen.TrySetResult(); });
        var (exit, _, error) = await Executable.RunAsync("import", "baseline", "--programme", "lien-thong", "--data", server.Folder, July);
        Assert.True(exit == 0, error);
        // The follower looks every half second; the second that is promised begins when the command has ended.
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        // Twelve provinces with the four steps of the first system, one of them with the three of the second.
        Assert.Equal((12 * 4) + 3, boards.Of("lien-thong").Rows.Sum(r => r.Cells.Count(c => c.Status == Core.Steps.StepStatus.Done)));
    }

    [Fact]
    public async Task Ledger_verify_names_the_first_entry_that_was_changed_behind_its_back()
    {
        await RunAsync("import", "baseline", "--programme", "lien-thong", July);
        Tamper("UPDATE ledger SET at = at + 1 WHERE seq = 17");
        var (exit, _, error) = await RunAsync("ledger", "verify");
        Assert.Equal(1, exit);
        Assert.Contains("17", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "serve", "--colour", "red")]
    [InlineData(2, "import", "baseline", "file.json")]
    [InlineData(2, "dance")]
    [InlineData(1, "import", "baseline", "--programme", "lien-thong", "/nowhere.json")]
    [InlineData(1, "export", "status-lists", "--programme", "lien-tong", "--format", "csv", "--out", "/tmp/x.csv")]
    [InlineData(1, "export", "status-lists", "--programme", "lien-thong", "--format", "odt", "--out", "/tmp/x.odt")]
    [InlineData(1, "api-key", "create", "--name", "n", "--role", "agency:c07")]
    [InlineData(1, "api-key", "create", "--name", "n", "--role", "participant:provinces-63/99")]
    [InlineData(1, "programme", "check", "/nowhere.yaml")]
    public async Task Wrong_use_ends_with_its_code_and_a_line_on_standard_error(int exit, params string[] arguments)
    {
        var (actual, _, error) = await Executable.RunAsync(arguments is [_, ..] && exit == 2 ? arguments : [.. arguments, "--data", _folder]);
        Assert.Equal(exit, actual);
        Assert.NotEmpty(error.Trim());
    }

    [Fact]
    public async Task Programme_check_tells_every_mistake_with_line_and_column()
    {
        var file = Path.Combine(_folder, "lien-thong.yaml");
        var text = await File.ReadAllTextAsync(Repository.Data("programmes", "lien-thong.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("lead: vpcp", "lead: vpc", StringComparison.Ordinal).Replace("every: 5m", "every: 5x", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (exit, _, error) = await RunAsync("programme", "check", file);
        Assert.Equal(1, exit);
        var lines = error.Trim().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^lien-thong\.yaml:\d+:\d+: .*vpcp", lines[0]);
    }

    [Fact]
    public async Task Api_key_prints_the_key_alone_on_the_last_line_and_keeps_only_its_hash()
    {
        var (exit, output, _) = await RunAsync("api-key", "create", "--name", "kho", "--role", "reader");
        Assert.Equal(0, exit);
        var key = output.TrimEnd().Split('\n')[^1];
        Assert.Matches("^rk_[0-9a-f]{64}$", key);
        Assert.DoesNotContain(key, Convert.ToHexString(await File.ReadAllBytesAsync(Path.Combine(_folder, "rollout.db"), TestContext.Current.CancellationToken)), StringComparison.OrdinalIgnoreCase);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => Executable.RunAsync([.. arguments, "--data", _folder]);

    private void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "rollout.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"DROP TRIGGER ledger_no_update; {sql}";
        command.ExecuteNonQuery();
    }
}

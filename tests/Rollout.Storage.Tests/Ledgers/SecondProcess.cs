using System.Diagnostics;
using Rollout.Storage.Database;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>A real second process: this assembly run once more for one test, which finds a folder in its environment and writes there.</summary>
internal static class SecondProcess
{
    public const string Step = "2.1";

    private const string Variable = "ROLLOUT_TEST_FOLDER";
    private const string Database = "ROLLOUT_TEST_DATABASE";

    /// <summary>Where to write; null in the first process.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable);

    public static async Task WriteAsync(string folder)
    {
        var connection = Environment.GetEnvironmentVariable(Database) ?? "";
        var provider = connection.Length > 0 ? StorageProvider.Postgres : StorageProvider.Sqlite;
        using var store = new Store(new(folder) { Provider = provider, Connection = connection }, DataFiles.One, TimeProvider.System);
        await store.WriteAsync(Wish.Start("01", Step, "Từ tiến trình thứ hai"));
    }

    public static async Task RunAsync(Type tests, string method, StorageOptions options, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { "exec", tests.Assembly.Location, "-method", $"{tests.FullName}.{method}", "-noColor", "-noLogo" },
            Environment = { [Variable] = options.Folder, [Database] = options.Connection },
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, await output + await errors);
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Commands;

/// <summary>The server as a process of its own, in a data folder of its own, that can be asked to end as an operating system asks.</summary>
internal sealed partial class ServedProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    private ServedProcess(Process process, string folder) => (_process, Folder) = (process, folder);

    /// <summary>Where it keeps its data.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>What it has written until now.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said) return [.. _said];
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServedProcess> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[Executable.Path, "serve", "--urls", "http://127.0.0.1:0", "--data", folder]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var served = new ServedProcess(Process.Start(start)!, folder);
        var opened = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        served._process.OutputDataReceived += (_, line) =>
        {
            lock (served._said) served._said.Add(line.Data ?? "");
            if (OpenAt().Match(line.Data ?? "") is { Success: true } match) opened.TrySetResult(new(match.Groups["url"].Value));
            if (line.Data is null) opened.TrySetException(new InvalidOperationException(string.Join('\n', served._said)));
        };
        served._process.BeginOutputReadLine();
        served.Address = await opened.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return served;
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Its exit code, when it has ended.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex(@"Open at (?<url>http://[^,;""\s]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OpenAt();
}

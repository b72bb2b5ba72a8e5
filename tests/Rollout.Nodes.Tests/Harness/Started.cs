using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>A process with what it has said.</summary>
internal sealed class Started : IAsyncDisposable
{
    private readonly Process _process;

    public Started(string file, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings, Action<string>? said = null)
    {
        var start = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, said);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The dotnet that runs these tests.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public ConcurrentQueue<string> Lines { get; } = [];

    public string All => string.Join('\n', Lines);

    public bool HasEnded => _process.HasExited;

    /// <summary>Waits for its end; the code it ended with, when all it said has been heard.</summary>
    public async Task<int> EndAsync(TimeSpan limit)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(limit);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>kill -9: it gets no chance to end anything.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as whoever stops it in order does.</summary>
    public void Ask()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line, Action<string>? said)
    {
        if (line is null) return;
        Lines.Enqueue(line);
        said?.Invoke(line);
    }
}

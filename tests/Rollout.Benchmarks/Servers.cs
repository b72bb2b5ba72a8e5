using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rollout.Browser.Tests;

namespace Rollout.Benchmarks;

/// <summary>The published program beside bare Kestrel: from process start to the first whole page, and requests a second for the same bytes.</summary>
internal static class Servers
{
    private const string Lists = "/api/v1/programmes/lien-thong/status-lists?phase=test";
    public static readonly string Self = Path.Combine(AppContext.BaseDirectory, "Rollout.Benchmarks.dll");
    private static readonly Lazy<(string Program, string Data)> OfThisRun = new(Publish);

    public static async Task StartAsync()
    {
        var (program, data) = Published();
        var (ours, peers) = (new List<double>(), new List<double>());
        for (var round = 0; round < 9; round++)
        {
            ours.Add(await FirstAnswerAsync("/", program, "serve", "--data", data, "--urls", "http://127.0.0.1:PORT"));
            peers.Add(await FirstAnswerAsync("/", Self, "bare", "PORT"));
        }
        Figure.Ratio("start: process start to the first overview page beside bare Kestrel's first answer", ours, peers, "ms", 5);
        await StartWithManyAsync(program, peers);
    }

    /// <summary>The same with a generated programme of 3,321 participants beside the others.</summary>
    private static async Task StartWithManyAsync(string program, List<double> peers)
    {
        var folder = Directory.CreateTempSubdirectory("bench-start-").FullName;
        try
        {
            var many = ManyParticipants.CopyInto(program, Path.Combine(folder, "program"), 3321);
            var ours = new List<double>();
            for (var round = 0; round < 9; round++)
                ours.Add(await FirstAnswerAsync($"/?programme={ManyParticipants.Key}", many, "serve", "--data", Path.Combine(folder, "data"), "--urls", "http://127.0.0.1:PORT"));
            Figure.Ratio("start: the same of a generated programme of 3,321 participants beside the shipped ones", ours, peers, "ms", 5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task RequestsAsync()
    {
        var (program, data) = Published();
        var (ourPort, barePort) = (FreePort(), FreePort());
        using var ours = Start(program, "serve", "--data", data, "--urls", $"http://127.0.0.1:{ourPort}");
        await AnsweredAsync(ourPort, Lists);
        using var client = new HttpClient();
        var file = Path.Combine(data, "answer.json");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{ourPort}{Lists}")));
        using var bare = Start(Self, "bare", $"{barePort}", file);
        await AnsweredAsync(barePort, Lists);
        var (our, peer) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            our.Add(await Load.PerSecondAsync(ourPort, Lists, TimeSpan.FromSeconds(3)));
            peer.Add(await Load.PerSecondAsync(barePort, Lists, TimeSpan.FromSeconds(3)));
        }
        ours.Kill();
        bare.Kill();
        Figure.Ratio("requests: the status lists a second beside bare Kestrel sending the same bytes", [.. our.Skip(1)], [.. peer.Skip(1)], "/s", 0.6, atMost: false);
    }

    public static Process Start(params string[] command) => Start(new Dictionary<string, string>(StringComparer.Ordinal), command);

    /// <summary>Starts a program that waits for words; what goes wrong in it is shown.</summary>
    public static Process StartTalking(params string[] command) =>
        Process.Start(new ProcessStartInfo("dotnet", command) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public static Process Start(Dictionary<string, string> settings, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in command) start.ArgumentList.Add(word);
        start.Environment["Access__PublicRead"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "None";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<double> FirstAnswerAsync(string path, params string[] command)
    {
        var port = FreePort();
        var start = Stopwatch.GetTimestamp();
        using var process = Start([.. command.Select(w => w.Replace("PORT", $"{port}", StringComparison.Ordinal))]);
        await AnsweredAsync(port, path);
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }

    /// <summary>Asks until the whole answer is there.</summary>
    public static async Task AnsweredAsync(int port, string path)
    {
        for (var deadline = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(deadline) < TimeSpan.FromSeconds(30);)
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n"));
                using var answer = new StreamReader(socket.GetStream());
                if ((await answer.ReadToEndAsync()).Contains(" 200 ", StringComparison.Ordinal)) return;
            }
            catch (SocketException)
            {
                // Whoever measures must not take one of two cores from what is measured.
                await Task.Delay(1);
            }
        throw new TimeoutException($"No answer at {port}{path}.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Publishes this tree's program anew, once a run, and imports July 2024 through its own command.</summary>
    public static (string Program, string Data) Published() => OfThisRun.Value;

    private static (string Program, string Data) Publish()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Rollout.sln"))) root = root.Parent!;
        // Within the tree: another tree's program, or yesterday's, would be measured otherwise.
        var folder = Path.Combine(AppContext.BaseDirectory, "published");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var (program, data) = (Path.Combine(folder, "program", "Rollout.Web.dll"), Path.Combine(folder, "data"));
        Run("publish", Path.Combine(root.FullName, "src", "Rollout.Web"), "-c", "Release", "-o", Path.Combine(folder, "program"), "-nologo", "-v", "quiet");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root.FullName, "data", "programmes", "lien-thong"), "*.json").Order(StringComparer.Ordinal))
            Run(program, "import", "baseline", "--programme", "lien-thong", "--data", data, file);
        return (program, data);
    }

    public static void Run(params string[] command) => Said(command);

    /// <summary>Runs a command to its end; what it said.</summary>
    public static string Said(params string[] command)
    {
        using var process = Start(command);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}

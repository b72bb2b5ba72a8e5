using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Browser.Tests;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>How the cost grows with the number of participants: the overview's time, and the server's memory, each with two entries a participant.</summary>
internal static class Growth
{
    private const int Asked = 40;
    private const double Megabytes = 1024;
    private static readonly int[] Sizes = [63, 630, 3321, 10_000];

    public static async Task RunAsync()
    {
        var measured = new List<(int Participants, double Milliseconds, double Megabytes)>();
        foreach (var size in Sizes) measured.Add(await MeasureAsync(size));
        foreach (var (participants, milliseconds, megabytes) in measured)
            Said($"growth: {participants} participants: overview {milliseconds:0.0} ms (median of {Asked}), server {megabytes:0} MB resident after them");
        Figure.Limit("growth: the overview's time at 10,000 participants beside 63", $"{measured[^1].Milliseconds:0.0} ms beside {measured[0].Milliseconds:0.0}", measured[^1].Milliseconds / measured[0].Milliseconds, 3);
        var slope = (measured[^1].Megabytes - measured[0].Megabytes) / (measured[^1].Participants - measured[0].Participants) * Megabytes;
        Said($"growth: memory grows by {slope:0.0} KB a participant");
        Figure.Limit("growth: KB a participant from 3,321 to 10,000 beside 63 to 10,000 (1 is a straight line)", $"{slope:0.0} KB",
            (measured[3].Megabytes - measured[2].Megabytes) / (measured[3].Participants - measured[2].Participants) * Megabytes / slope, 1.5);
    }

    private static async Task<(int Participants, double Milliseconds, double Megabytes)> MeasureAsync(int participants)
    {
        var folder = Directory.CreateTempSubdirectory("bench-growth-").FullName;
        try
        {
            var program = ManyParticipants.CopyInto(Servers.Published().Program, Path.Combine(folder, "program"), participants);
            var data = Path.Combine(folder, "data");
            await FillAsync(data, DataFiles.ReadAll(Path.Combine(folder, "program", "data")).Catalog!);
            var port = Servers.FreePort();
            var path = $"/?programme={ManyParticipants.Key}";
            using var server = Servers.Start(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["Jobs__Enabled"] = "false" }, program, "serve", "--data", data, "--urls", $"http://127.0.0.1:{port}");
            try
            {
                await Servers.AnsweredAsync(port, path);
                using var client = new HttpClient();
                var times = new List<double>();
                for (var i = 0; i < Asked; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    await client.GetByteArrayAsync(new Uri($"http://127.0.0.1:{port}{path}"));
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
                return (participants, Figure.Median(times), Live.Memory(server, "VmRSS") * Megabytes);
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Everybody begins a step and reports it.</summary>
    private static async Task FillAsync(string data, ProgrammeCatalog catalog)
    {
        await using var services = new ServiceCollection().AddSingleton(catalog).AddSingleton(TimeProvider.System).AddSingleton(DomainClock.Real(TimeProvider.System))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>)).AddStorage(new(data)).BuildServiceProvider();
        services.OpenStorage();
        var recorder = services.GetRequiredService<StepRecorder>();
        var participants = catalog.Find(ManyParticipants.Key)!.Participants.All;
        foreach (var (to, version) in ((StepStatus, int)[])[(StepStatus.InProgress, 0), (StepStatus.Reported, 1)])
            await recorder.RecordAllAsync(ManyParticipants.Key, [.. participants.Select(p => Change(p.Id, to, version))], CancellationToken.None);
    }

    private static StepCommand.Change Change(ParticipantId participant, StepStatus to, int version) =>
        new(new(ActorKind.Participant, "generated", null, participant), new(participant, "test", "1.1"), to, version);

    private static void Said(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.CurrentCulture));
}

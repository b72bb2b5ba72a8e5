using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>
/// Sixteen clients append through the one way into the ledger, beside a bare loop that inserts single rows on one connection of the same database:
/// both make every commit durable.
/// </summary>
internal static class Appends
{
    private const int Clients = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task RunAsync()
    {
        foreach (var engine in Engines.All())
            using (engine)
                await RunAsync(engine);
    }

    private static async Task RunAsync(Engines engine)
    {
        var catalog = DataFiles.ReadAll(DataFiles.Folder).Catalog!;
        await using var services = new ServiceCollection().AddSingleton(catalog).AddSingleton(TimeProvider.System).AddSingleton(DomainClock.Real(TimeProvider.System))
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>)).AddStorage(engine.Options).BuildServiceProvider();
        services.OpenStorage();
        var database = services.GetRequiredService<RolloutDatabase>();
        Execute(database, "CREATE TABLE bare (id bigint PRIMARY KEY, at bigint NOT NULL, text text NOT NULL)");
        var (ours, bare, next) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            ours.Add(await AppendAsync(services));
            (var rate, next) = Insert(database, next);
            bare.Add(rate);
        }
        var (count, broken) = services.GetRequiredService<ChainCheck>().Run(CancellationToken.None);
        Figure.Ratio($"appends: {Clients} clients through the recorder beside one connection's bare inserts ({engine.Durability()})", [.. ours.Skip(1)], [.. bare.Skip(1)], "/s", 0.3, atMost: false);
        Console.Out.WriteLine($"appends: the chain of {count} entries {(broken is null ? "holds" : "is BROKEN")}");
    }

    /// <summary>Everybody changes cells of their own, to and fro.</summary>
    private static async Task<double> AppendAsync(ServiceProvider services)
    {
        var (recorder, boards) = (services.GetRequiredService<StepRecorder>(), services.GetRequiredService<BoardStore>());
        var participants = boards.Of(Country.Programme.Key).Participants.All;
        var done = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var key = new StepKey(participants[client].Id, "test", "1.1");
            var actor = new Actor(ActorKind.Monitor, $"client {client}", "vpcp");
            while (Stopwatch.GetElapsedTime(start) < Round)
            {
                var now = boards.Of(Country.Programme.Key)[key.Participant][key.Phase, key.Step];
                var to = now.Status == StepStatus.InProgress ? StepStatus.NotStarted : StepStatus.InProgress;
                var recorded = await recorder.RecordAsync(Country.Programme.Key, new StepCommand.Change(actor, key, to, now.Version) { Note = "benchmark" }, CancellationToken.None);
                if (recorded.Refusal is { } refusal) throw new InvalidOperationException($"{refusal.Message}");
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static (double Rate, long Next) Insert(RolloutDatabase database, long next)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO bare (id, at, text) VALUES (@id, @at, @text)";
        foreach (var name in (string[])["@id", "@at", "@text"])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, name == "@text" ? "benchmark" : 0L);
            command.Parameters.Add(parameter);
        }
        command.Prepare();
        var (start, begin) = (Stopwatch.GetTimestamp(), next);
        while (Stopwatch.GetElapsedTime(start) < Round)
        {
            command.Parameters[0].Value = next++;
            command.Parameters[1].Value = next;
            command.ExecuteNonQuery();
        }
        return ((next - begin) / Stopwatch.GetElapsedTime(start).TotalSeconds, next);
    }

    private static void Execute(RolloutDatabase database, string sql)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Ledger;
using Rollout.Storage;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Settings;

namespace Rollout.Benchmarks;

/// <summary>Opening a ledger of 1,000,000 entries by checkpoint: at most twice opening one with the baselines alone. Each opening is a process of its own.</summary>
internal static class LedgerOpenings
{
    private const int Many = 1_000_000;

    public static void Run()
    {
        var (few, many) = (Directory.CreateTempSubdirectory("bench-few-").FullName, Directory.CreateTempSubdirectory("bench-many-").FullName);
        try
        {
            Fill(few, 0);
            Fill(many, Many);
            var (ours, peers) = (new List<double>(), new List<double>());
            for (var round = 0; round < 7; round++)
            {
                ours.Add(Opened(many));
                peers.Add(Opened(few));
            }
            Figure.Ratio($"open: a ledger of {Many} entries by checkpoint beside the baselines alone", ours, peers, "ms", 2);
            using var services = Services(many);
            var start = Stopwatch.GetTimestamp();
            var (count, broken) = services.GetRequiredService<ChainCheck>().Run(CancellationToken.None);
            Console.Out.WriteLine($"open: the whole chain of {count} entries walked in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, {(broken is null ? "holds" : "BROKEN")}");
        }
        finally
        {
            Directory.Delete(few, recursive: true);
            Directory.Delete(many, recursive: true);
        }
    }

    /// <summary>Opens a folder and prints how many milliseconds it took, from nothing open to the boards in place.</summary>
    public static int OpenOnce(string folder)
    {
        var catalog = DataFiles.ReadAll(DataFiles.Folder).Catalog!;
        var start = Stopwatch.GetTimestamp();
        using var services = Services(folder, catalog);
        services.GetRequiredService<RolloutDatabase>().Migrate();
        services.GetRequiredService<LedgerOpening>().Open();
        Console.Out.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Opened(string folder)
    {
        using var process = Servers.Start(Path.Combine(AppContext.BaseDirectory, "Rollout.Benchmarks.dll"), "opening", folder);
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(said.Trim(), CultureInfo.InvariantCulture);
    }

    private static ServiceProvider Services(string folder, Core.Programmes.ProgrammeCatalog? catalog = null, DateTimeOffset? now = null) => new ServiceCollection()
        .AddSingleton(catalog ?? DataFiles.ReadAll(DataFiles.Folder).Catalog!).AddSingleton(TimeProvider.System)
        .AddSingleton(DomainClock.Fast(TimeProvider.System, now ?? new(2024, 12, 31, 8, 0, 0, TimeSpan.FromHours(7)), 1, new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero)))
        .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>)).AddStorage(new(folder)).AddSingleton<BaselineImport>().BuildServiceProvider();

    /// <summary>The baselines through the product's import, then entries with the product's hashes over five months, then its own checkpoints.</summary>
    public static void Fill(string folder, int entries)
    {
        var catalog = DataFiles.ReadAll(DataFiles.Folder).Catalog!;
        var begin = new DateTimeOffset(2024, 8, 1, 0, 0, 0, TimeSpan.FromHours(7));
        using (var services = Services(folder, catalog, begin)) Append(services, catalog, entries, begin);
        // As the years of its running would have left it: every day with its checkpoint.
        using var later = Services(folder, catalog);
        later.OpenStorage();
        if (entries > 0) later.GetRequiredService<CheckpointKeeper>().Keep(later.GetRequiredService<DomainClock>().Now);
    }

    private static void Append(ServiceProvider services, Core.Programmes.ProgrammeCatalog catalog, int entries, DateTimeOffset begin)
    {
        services.OpenStorage();
        foreach (var source in catalog.All[0].Programme.Baselines)
            services.GetRequiredService<BaselineImport>().RunAsync(
                catalog.All[0], source, DataFiles.Baseline(DataFiles.Folder, catalog.All[0].Programme.Key, source.File), CancellationToken.None).GetAwaiter().GetResult();
        if (entries == 0) return;
        using var connection = services.GetRequiredService<RolloutDatabase>().Connect();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA synchronous=OFF";
            command.ExecuteNonQuery();
        }
        var (seq, hash) = LedgerTable.Head(connection);
        // After the moments that the imports took on the clock.
        var (at, step) = (begin.AddHours(1), TimeSpan.FromDays(150) / entries);
        for (var i = 0; i < entries;)
        {
            using var transaction = connection.BeginTransaction();
            for (var end = Math.Min(entries, i + 20_000); i < end; i++)
            {
                var entry = HashChain.Seal(Country.Draft(catalog.All[0].Participants, i, DateTimeOffset.FromUnixTimeMilliseconds((at + (step * i)).ToUnixTimeMilliseconds())), ++seq, hash);
                LedgerTable.Insert(services.GetRequiredService<RolloutDatabase>(), connection, transaction, [entry]);
                hash = entry.Hash;
            }
            transaction.Commit();
        }
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Storage.Accounts;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;
using Rollout.Storage.Digests;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Postgres;
using Rollout.Storage.Publications;
using Rollout.Storage.Samples;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Time;
using Rollout.Storage.Versions;

namespace Rollout.Storage;

/// <summary>Registers the storage; <see cref="OpenStorage"/> migrates and reads before anything is served.</summary>
public static class StorageServices
{
    /// <summary>Adds what remembers. The host adds <see cref="DomainClock"/>, the catalogue of programmes and <see cref="TimeProvider"/>.</summary>
    /// <param name="services">Where.</param>
    /// <param name="options">Where everything is kept.</param>
    /// <param name="database">The database of these options, when somebody has asked it something already.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options, RolloutDatabase? database = null) => services
        .AddSingleton(options).AddSingleton(_ => database ?? Database(options)).AddSingleton<BoardStore>().AddSingleton<LedgerOpening>().AddSingleton<CheckpointKeeper>().AddSingleton<TrendLedger>()
        .AddSingleton<LedgerReader>().AddSingleton<StepRecorder>().AddSingleton<ChainCheck>().AddSingleton<NoteStore>().AddSingleton<StreakBook>()
        .AddSingleton<ProbeSamples>().AddSingleton<SampleReader>().AddSingleton<SampleHours>().AddSingleton<IncidentBook>().AddSingleton<Targets>().AddSingleton<ApiKeys>().AddSingleton<SecurityLog>().AddSingleton<AccountTable>().AddSingleton<Invitations>().AddSingleton<DigestBook>().AddSingleton<ProgrammeVersions>()
        .AddSingleton<FileStore>().AddSingleton<Drafts>()
        .AddSingleton<ActivityReader>().AddSingleton<ObstacleReader>().AddSingleton<ContactBook>().AddSingleton<MaintenanceBook>().AddSingleton<VendorBook>().AddSingleton<PeopleNames>()
        .AddSingleton<PublicationBook>().AddSingleton<PublicationRecorder>().AddSingleton<PublicationCheck>();

    /// <summary>The database that the options name; connects to nothing yet.</summary>
    public static RolloutDatabase Database(StorageOptions options) => options.Provider == StorageProvider.Postgres ? Postgres(options) : new SqliteDatabase(options);

    /// <summary>Migrates the database and opens the boards and streaks.</summary>
    public static void OpenStorage(this IServiceProvider services)
    {
        services.GetRequiredService<RolloutDatabase>().Migrate();
        services.GetRequiredService<LedgerOpening>().Open();
        services.GetRequiredService<StreakBook>().Open();
    }

    // Apart and not inlined: where SQLite is enough, Npgsql is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PostgresDatabase Postgres(StorageOptions options) => new(options);
}

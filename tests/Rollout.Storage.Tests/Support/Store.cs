using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Publications;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Storage.Tests.Support;

/// <summary>The storage as one process has it: its own instances of everything, opened on a folder.</summary>
internal sealed class Store : IDisposable
{
    public const string Programme = "lien-thong";

    private readonly ServiceProvider _services;

    public Store(StorageOptions options, ProgrammeCatalog catalog, TimeProvider time)
    {
        _services = new ServiceCollection().AddStorage(options).AddSingleton(catalog).AddSingleton(time).AddSingleton(DomainClock.Real(time))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).BuildServiceProvider();
        Database = Get<RolloutDatabase>();
        _services.OpenStorage();
    }

    public RolloutDatabase Database { get; }

    public BoardStore Boards => Get<BoardStore>();

    public StepRecorder Recorder => Get<StepRecorder>();

    public LedgerReader Reader => Get<LedgerReader>();

    public ChainCheck Chain => Get<ChainCheck>();

    public DomainClock Clock => Get<DomainClock>();

    public NoteStore Notes => Get<NoteStore>();

    public FileStore Files => Get<FileStore>();

    public Drafts Drafts => Get<Drafts>();

    public ProbeSamples Samples => Get<ProbeSamples>();

    public SampleReader Seen => Get<SampleReader>();

    public SampleHours Hours => Get<SampleHours>();

    public IncidentBook Incidents => Get<IncidentBook>();

    public StreakBook Streaks => Get<StreakBook>();

    public Targets Targets => Get<Targets>();

    public ApiKeys ApiKeys => Get<ApiKeys>();

    public MaintenanceBook Maintenance => Get<MaintenanceBook>();

    public VendorBook Vendors => Get<VendorBook>();

    public PublicationRecorder Publishing => Get<PublicationRecorder>();

    public PublicationBook Publications => Get<PublicationBook>();

    public PublicationCheck PublicationCheck => Get<PublicationCheck>();

    public Board Board => Boards.Of(Programme);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public StepState Cell(StepKey key) => Board[key.Participant][key.Phase, key.Step];

    public Task<Recorded> RecordAsync(StepCommand command) => Recorder.RecordAsync(Programme, command, Token);

    public Task<ImmutableArray<Recorded>> RecordAllAsync(params ReadOnlySpan<StepCommand> commands) => Recorder.RecordAllAsync(Programme, commands.ToArray(), Token);

    /// <summary>Records what must be accepted.</summary>
    public async Task<ImmutableArray<LedgerEntry>> WriteAsync(StepCommand command)
    {
        var recorded = await RecordAsync(command);
        Assert.Null(recorded.Refusal);
        return recorded.Entries;
    }

    public async Task ImportBaselinesAsync() =>
        Assert.All(await Recorder.RecordAllAsync(Programme, DataFiles.Baselines, Token), r => Assert.Null(r.Refusal));

    public Task CatchUpAsync() => Recorder.CatchUpAsync(Token);

    /// <summary>Keeps the checkpoints of the days that are over, as the follower does.</summary>
    public void KeepCheckpoints() => Get<CheckpointKeeper>().Keep(Clock.Now, Xunit.TestContext.Current.CancellationToken);

    /// <summary>Every entry of all programmes as the file has it.</summary>
    public ImmutableArray<LedgerEntry> Ledger()
    {
        using var connection = Database.Connect();
        return [.. LedgerTable.Read(connection, "1 = 1 ORDER BY seq")];
    }

    /// <summary>Follows the file in the background until disposed.</summary>
    public async Task<Following> FollowAsync(ILogger<LedgerFollower>? log = null)
    {
        var follower = ActivatorUtilities.CreateInstance<LedgerFollower>(_services, TimeProvider.System, log ?? NullLogger<LedgerFollower>.Instance);
        await new PublicationFollower(follower, Publications).StartAsync(Token);
        await follower.StartAsync(Token);
        return new(follower);
    }

    /// <summary>Closes the connections that are kept open for reuse.</summary>
    public void ClearPool()
    {
        using var connection = Database.Connect();
        if (connection is SqliteConnection file) SqliteConnection.ClearPool(file);
    }

    public void Dispose()
    {
        if (!Engine.IsPostgres) ClearPool();
        _services.Dispose();
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    internal sealed class Following(LedgerFollower follower) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await follower.StopAsync(CancellationToken.None);
            // A service that failed would have taken the whole program with it.
            Assert.True(follower.ExecuteTask!.IsCompletedSuccessfully, $"{follower.ExecuteTask.Exception}");
            follower.Dispose();
        }
    }
}

using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage;
using Rollout.Storage.Accounts;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>What is stored, opened beside the nodes: to prepare a test, and to see what came of it.</summary>
internal sealed class Book : IDisposable
{
    private readonly ServiceProvider _services;

    public Book(StorageOptions options, ProgrammeCatalog catalog, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        _services = new ServiceCollection().AddStorage(options).AddSingleton(catalog).AddSingleton(time).AddSingleton(DomainClock.Real(time))
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>)).BuildServiceProvider();
        _services.OpenStorage();
    }

    public StepRecorder Recorder => Get<StepRecorder>();

    public BoardStore Boards => Get<BoardStore>();

    public LedgerReader Reader => Get<LedgerReader>();

    public DomainClock Clock => Get<DomainClock>();

    public RolloutDatabase Database => Get<RolloutDatabase>();

    public Targets Targets => Get<Targets>();

    /// <summary>Makes a key of a role.</summary>
    public string Key(string role) => Get<ApiKeys>().Create(role.Split(':')[0], role);

    /// <summary>The whole ledger, from an entry on.</summary>
    public ImmutableArray<LedgerEntry> Ledger(long after = 0) => Reader.After(Wells.Key, after, int.MaxValue);

    /// <summary>Everybody has an address at the listener and lets it be looked at: a handful of hosts, several at each.</summary>
    public async Task AgreeAsync(Listener listener)
    {
        Targets.Put([.. Wells.Codes.Select((c, i) => (Wells.Key, Wells.Id(c), Wells.Phase, "gauge", listener.AddressOf(c, i)))]);
        var recorded = await Recorder.RecordAllAsync(
            Wells.Key, [.. Wells.Codes.Select(c => new StepCommand.SetProbing(new(ActorKind.Participant, "office", Participant: Wells.Id(c)), Wells.Id(c), ProbingConsent.Agreed, null))],
            TestContext.Current.CancellationToken);
        Assert.All(recorded, r => Assert.Null(r.Refusal));
    }

    public void Dispose() => _services.Dispose();

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}

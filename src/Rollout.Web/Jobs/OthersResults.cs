using Rollout.Core.Programmes;
using Rollout.Storage.Database;
using Rollout.Storage.Samples;
using Rollout.Web.Logging;

namespace Rollout.Web.Jobs;

/// <summary>
/// What other nodes have seen counts here as well: streaks go on where another node left them, a shared fault shows to each although each sees
/// only a part, and nobody is looked at twice. Addresses, windows and incidents are read anew as well. On one node there is nothing to be told.
/// </summary>
public sealed class OthersResults(
    StorageOptions storage, StreakBook streaks, Targets targets, MaintenanceBook windows, ProbeRhythm rhythm, IncidentWatch incidents, ProgrammeCatalog catalog, TimeProvider time,
    ILogger<OthersResults> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();

    /// <summary>Takes what was written since the last time.</summary>
    public void CatchUp()
    {
        if (storage.Provider == StorageProvider.Sqlite) return;
        lock (_gate)
            foreach (var result in streaks.Follow(targets.All))
            {
                rhythm.Note(result);
                if (catalog.Find(result.Target.Programme) is { } item) incidents.Observe(item.Programme, result);
            }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage.Provider == StorageProvider.Sqlite) return;
        using var timer = new PeriodicTimer(Poll, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) TryCatchUp();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private void TryCatchUp()
    {
        try
        {
            targets.Refresh();
            windows.Refresh();
            foreach (var item in catalog.All) incidents.Refresh(item.Programme);
            CatchUp();
        }
        catch (System.Data.Common.DbException e)
        {
            // The database is away for a while; a service that ends would take the whole program with it.
            Log.OthersUnread(log, e);
        }
    }
}

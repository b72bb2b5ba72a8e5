using Rollout.Probing;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Samples;
using Rollout.Web.Jobs;
using Rollout.Web.Versions;

namespace Rollout.Web.Operations;

/// <summary>Reads how this node stands, for administrators. Whether somebody may see it is asked before.</summary>
public sealed class OperationsReading(
    Readiness readiness, DatabaseState database, BoardStore boards, LedgerFollower follower, FollowerState lag, ScheduleReading schedule, ProbeRunner runner,
    ProbeSamples samples, NetworkState network, BackupState backups, OpenCircuits circuits, VersionReading versions, TelemetrySettings telemetry, TimeProvider time)
{
    /// <summary>What was read last, by whomever: a page that comes to life a moment after it was drawn begins with it. Null before the first reading.</summary>
    public OperationsView? Latest { get; private set; }

    /// <summary>Reads it.</summary>
    public async Task<OperationsView> ReadAsync(CancellationToken ct)
    {
        var ready = await readiness.ReadAsync(ct);
        var facts = await database.ReadAsync(ct);
        var (version, size) = facts.Trouble is null ? await database.EngineAsync(ct) : (null, null);
        return Latest = new(
            time.GetUtcNow(), Environment.WorkingSet, ready, version, size, Math.Max(facts.Head, boards.Current.Seq),
            boards.BrokenAt, follower.Walked, await ScheduleAsync(ct), lag.Read(facts.Head), runner.Running, runner.Waiting, samples.Waiting, await network.ReadAsync(ct),
            await backups.ReadAsync(ct), circuits.Count, circuits.Live, facts.Trouble is null ? versions.Waiting() : [], telemetry.Endpoint?.Host);
    }

    private async Task<ScheduleView> ScheduleAsync(CancellationToken ct)
    {
        try
        {
            return await schedule.ReadAsync(ct);
        }
        catch (Exception e) when (e is Quartz.SchedulerException or System.Data.Common.DbException)
        {
            // Its store does not answer, or it has just ended.
            return new(ScheduleState.Stopped, [], []);
        }
    }
}

using Quartz;
using Rollout.Web.Logging;

namespace Rollout.Web.Operations;

/// <summary>
/// The first thing that happens when the program is to end: no job begins any more, and for a while, if the settings say so, everything is still
/// answered while readiness says otherwise. What follows is the host's: requests under way end, then sweeps, then samples are written.
/// </summary>
internal sealed class GracefulStop(ShutdownSettings settings, IServiceProvider services, TimeProvider time, ILogger<GracefulStop> log) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Log.Stopping(log, settings.Drain.TotalSeconds, settings.Limit.TotalSeconds);
        try
        {
            if (services.GetService<ISchedulerFactory>() is { } factory && await factory.GetScheduler(cancellationToken) is { Status: SchedulerStatus.Running } scheduler)
                await scheduler.Standby(cancellationToken);
        }
        catch (Exception e) when (e is SchedulerException or System.Data.Common.DbException)
        {
            // Its store is away. The end goes on; the scheduler itself ends with the host.
            Log.StandbyFailed(log, e);
        }
        if (settings.Drain > TimeSpan.Zero) await Task.Delay(settings.Drain, time, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Logging;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>
/// Makes many checks: so many at once, but one at a time at a host and port, over all runs together, so that a sweep and a run by hand do not
/// press the same server twice. One for the whole program.
/// </summary>
/// <param name="probes">The checks.</param>
/// <param name="options">How many at once.</param>
/// <param name="secrets">The installation's secrets by name.</param>
/// <param name="now">The domain clock.</param>
/// <param name="logger">Where checks that broke are told.</param>
public sealed class ProbeRunner(
    ProbesByKind probes, ProbingOptions options, Func<string, string?> secrets, Func<DateTimeOffset> now, ILogger<ProbeRunner> logger)
{
    private readonly Lanes _lanes = new(options.Concurrency);

    /// <summary>Real time, for what is made later in a run.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes all the checks; returns when the last result was handed over.</summary>
    /// <param name="orders">What to check; those at one host and port are made in this order.</param>
    /// <param name="urgent">Whether a person waits for it: then it goes before what only the schedule wants.</param>
    /// <param name="done">Takes each result as it comes, one at a time. When it throws, the run ends with its exception.</param>
    /// <param name="cancellationToken">Ends the run; checks under way give no result.</param>
    /// <param name="begun">Told of each check as it begins; may come from several threads at once.</param>
    public async Task RunAsync(
        IReadOnlyList<ProbeOrder> orders, bool urgent, Func<ProbeResult, CancellationToken, ValueTask> done, CancellationToken cancellationToken,
        Action<ProbeOrder>? begun = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var handingOver = new SemaphoreSlim(1);
        var beginning = Time.GetTimestamp();
        await Task.WhenAll(orders.GroupBy(LaneOf, StringComparer.Ordinal).Select(async lane =>
        {
            try
            {
                foreach (var order in lane)
                {
                    var early = order.After - Time.GetElapsedTime(beginning);
                    if (early > TimeSpan.Zero) await Task.Delay(early, Time, stop.Token);
                    var result = await _lanes.RunAsync(lane.Key, urgent, token =>
                    {
                        begun?.Invoke(order);
                        return CheckAsync(order, token);
                    }, stop.Token);
                    await handingOver.WaitAsync(stop.Token);
                    await done(result, stop.Token);
                    handingOver.Release();
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }));
    }

    private static string LaneOf(ProbeOrder order) => $"{order.Target.Url.IdnHost}:{order.Target.Url.Port}";

    private async Task<ProbeResult> CheckAsync(ProbeOrder order, CancellationToken cancellationToken)
    {
        var (definition, target, everPassed) = order;
        var finding = await LookAsync(new(definition, target, everPassed, secrets), cancellationToken);
        return new(target, definition.Key, now(), finding.Fault, finding.Timings, finding.Address, finding.CertificateEnds);
    }

    private async Task<ProbeFinding> LookAsync(ProbeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await probes.Of(request.Definition.Kind).CheckAsync(request, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.ProbeBroke(e, request.Definition.Key, request.Target.Participant, request.Target.Phase);
            var fault = new Fault(FaultOwner.Self, FaultCodes.SelfError, Excerpt.Of($"{e.GetType().Name}: {e.Message}"));
            return new(fault, new(null, null, null, null, 0), null, null);
        }
    }
}

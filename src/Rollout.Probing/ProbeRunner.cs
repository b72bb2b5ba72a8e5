using Microsoft.Extensions.Logging;
using Rollout.Core.Programmes;
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

    /// <summary>Checks that wait for their turn.</summary>
    public int Waiting => _lanes.Waiting;

    /// <summary>Checks under way.</summary>
    public int Running => _lanes.Running;

    /// <summary>Makes all the checks; returns when the last result was handed over.</summary>
    /// <param name="orders">What to check; those at one host and port are made in this order, the dossiers of a target as one round trip.</param>
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
                foreach (var turn in Turns(lane))
                {
                    var early = turn[0].After - Time.GetElapsedTime(beginning);
                    if (early > TimeSpan.Zero) await Task.Delay(early, Time, stop.Token);
                    using var trace = ProbeMeters.Begin(turn);
                    var results = await _lanes.RunAsync(lane.Key, urgent, token =>
                    {
                        if (begun is not null) Array.ForEach(turn, begun);
                        return CheckAsync(turn, token);
                    }, stop.Token);
                    await handingOver.WaitAsync(stop.Token);
                    foreach (var (order, result) in turn.Zip(results))
                    {
                        ProbeMeters.Count(order, result);
                        await done(result, stop.Token);
                    }
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

    /// <summary>What is checked at once: one order, or all the legs that one dossier's round trip shows.</summary>
    private static IEnumerable<ProbeOrder[]> Turns(IEnumerable<ProbeOrder> lane)
    {
        HashSet<ProbeTarget>? travelled = null;
        foreach (var order in lane)
        {
            if (order.Definition.Kind != ProbeKind.Dossier) yield return [order];
            else if ((travelled ??= []).Add(order.Target))
                yield return [.. lane.Where(o => o.Definition.Kind == ProbeKind.Dossier && o.Target == order.Target)];
        }
    }

    private async Task<ProbeResult[]> CheckAsync(ProbeOrder[] turn, CancellationToken cancellationToken)
    {
        var requests = Array.ConvertAll(turn, o => new ProbeRequest(o.Definition, o.Target, o.EverPassed, secrets));
        try
        {
            if (requests[0].Definition.Kind != ProbeKind.Dossier)
                return [Result(requests[0], await probes.Of(requests[0].Definition.Kind).CheckAsync(requests[0], cancellationToken))];
            var round = await probes.Dossier.TravelAsync(requests, cancellationToken);
            if (round.Left is { } left) logger.DossierLeft(requests[0].Target.Participant, requests[0].Target.Phase, left);
            return [.. requests.Zip(round.Findings, Result)];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var (definition, target) = (requests[0].Definition, requests[0].Target);
            logger.ProbeBroke(e, definition.Key, target.Participant, target.Phase);
            var fault = new Fault(FaultOwner.Self, FaultCodes.SelfError, Excerpt.Of($"{e.GetType().Name}: {e.Message}"));
            return Array.ConvertAll(requests, r => Result(r, new(fault, new(null, null, null, null, 0), null, null)));
        }
    }

    private ProbeResult Result(ProbeRequest request, ProbeFinding finding) =>
        new(request.Target, request.Definition.Key, now(), finding.Fault, finding.Timings, finding.Address, finding.CertificateEnds) { Said = finding.Said };
}

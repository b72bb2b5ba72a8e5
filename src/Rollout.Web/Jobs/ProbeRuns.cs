using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Probing;
using Rollout.Web.Logging;

namespace Rollout.Web.Jobs;

/// <summary>The looks that people asked for: they go before the schedule, and whoever asks twice gets the one that is under way.</summary>
public sealed class ProbeRuns(ProbeSweep sweep, TimeProvider time, IHostApplicationLifetime life, ILogger<ProbeRuns> log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ProbeRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Begins a look. Whether the person may is asked before.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participant">Code of the participant; null for all.</param>
    /// <param name="phase">Key of the phase; null for all.</param>
    /// <param name="by">Name of the account or key.</param>
    public ProbeRun Start(Programme programme, string? participant, string? phase, string by) =>
        Start(programme, participant, phase, by, () => sweep.Wanted(programme, participant, phase));

    /// <summary>Begins a look at several participants. Whether the person may is asked before.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="participants">Their codes.</param>
    /// <param name="phase">Key of the phase; null for all.</param>
    /// <param name="by">Name of the account or key.</param>
    public ProbeRun Start(Programme programme, ImmutableHashSet<string> participants, string? phase, string by) => Start(
        programme, string.Join(',', participants.Order(StringComparer.Ordinal)), phase, by,
        () => [.. sweep.Wanted(programme, null, phase).Where(o => participants.Contains(o.Target.Participant.Code))]);

    private ProbeRun Start(Programme programme, string? participant, string? phase, string by, Func<ImmutableArray<ProbeOrder>> wanted)
    {
        ProbeRun run;
        lock (_gate)
        {
            Forget();
            if (_runs.Values.FirstOrDefault(r => r.Ended is null && (r.Programme, r.Participant, r.Phase) == (programme.Key, participant, phase)) is { } same) return same;
            run = new(programme.Key, participant, phase, by, wanted());
            _runs[run.Id] = run;
        }
        _ = Task.Run(() => GoAsync(programme, run));
        return run;
    }

    /// <summary>A look by its number; null when there is none, or it ended more than an hour ago.</summary>
    public ProbeRun? Find(string id) => _runs.GetValueOrDefault(id);

    /// <summary>The look under way for a participant, or with null for all.</summary>
    public ProbeRun? UnderWay(string programme, string? participant) =>
        _runs.Values.FirstOrDefault(r => r.Ended is null && r.Programme == programme && r.Participant == participant);

    private async Task GoAsync(Programme programme, ProbeRun run)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Token, life.ApplicationStopping);
        try
        {
            await sweep.RunAsync(programme, run.Orders, run.Begin, run.Take, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ended by whoever asked, or with the program; what was seen is kept.
        }
        catch (Exception e)
        {
            Log.SweepFailed(log, e, programme.Key);
        }
        finally
        {
            run.End(time.GetUtcNow());
        }
    }

    private void Forget()
    {
        foreach (var old in _runs.Values.Where(r => r.Ended is { } ended && time.GetUtcNow() - ended > Kept).ToList())
            if (_runs.TryRemove(old.Id, out _)) old.Dispose();
    }
}

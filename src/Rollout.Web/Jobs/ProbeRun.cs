using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Verification;
using Rollout.Probing;

namespace Rollout.Web.Jobs;

/// <summary>A look that somebody asked for, while it goes on and for a while after.</summary>
public sealed class ProbeRun : IDisposable
{
    private readonly ConcurrentQueue<ProbeResult> _results = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<ProbeOrder, bool> _underWay = [];

    internal ProbeRun(string programme, string? participant, string? phase, string by, ImmutableArray<ProbeOrder> orders) =>
        (Programme, Participant, Phase, By, Orders, Total) = (programme, participant, phase, by, orders, orders.Length);

    /// <summary>Its number; nobody can guess it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Key of the programme.</summary>
    public string Programme { get; }

    /// <summary>Code of the participant, or codes with commas between them; null for all.</summary>
    public string? Participant { get; }

    /// <summary>Key of the phase; null for all.</summary>
    public string? Phase { get; }

    /// <summary>Name of the account or key that asked.</summary>
    public string By { get; }

    /// <summary>How many checks it has.</summary>
    public int Total { get; }

    /// <summary>How many are made.</summary>
    public int Done => _results.Count;

    /// <summary>What is being looked at; null between two.</summary>
    public ProbeOrder? Current => _underWay.Keys.FirstOrDefault();

    /// <summary>What was seen so far, in the order in which it came.</summary>
    public ImmutableArray<ProbeResult> Results => [.. _results];

    /// <summary>When it ended, real time; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; private set; }

    /// <summary>Whether somebody ended it early.</summary>
    public bool Cancelled => _stop.IsCancellationRequested;

    internal ImmutableArray<ProbeOrder> Orders { get; }

    internal CancellationToken Token => _stop.Token;

    /// <summary>Ends it; what was seen stays.</summary>
    public void Cancel() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    internal void Begin(ProbeOrder order) => _underWay[order] = true;

    internal void Take(ProbeResult result)
    {
        foreach (var order in _underWay.Keys.Where(o => o.Target == result.Target && o.Definition.Key == result.Probe)) _underWay.TryRemove(order, out _);
        _results.Enqueue(result);
    }

    internal void End(DateTimeOffset at) => Ended = at;
}

using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>Which check does a kind: the one place that knows them all. One for the whole program; dispose it at its end.</summary>
public sealed class ProbesByKind : IDisposable
{
    private readonly HttpExchange _exchange;
    private readonly IProbe[] _probes;

    /// <summary>Makes the checks for an installation.</summary>
    /// <param name="options">How it looks at others.</param>
    /// <param name="time">Real time, for latencies and certificates; not the domain clock.</param>
    public ProbesByKind(ProbingOptions options, TimeProvider time)
        : this(options, time, new(options))
    {
    }

    internal ProbesByKind(ProbingOptions options, TimeProvider time, LineOpener opener)
    {
        _exchange = new(opener, options.UserAgent);
        Dossier = new(_exchange, time);
        _probes = [new TcpProbe(opener, time), new TlsProbe(opener, time), new HttpProbe(_exchange, time), new XRoadProbe(_exchange, time), Dossier];
    }

    /// <summary>The one check that answers several probes at once.</summary>
    internal DossierProbe Dossier { get; }

    /// <summary>The check for a kind.</summary>
    public IProbe Of(ProbeKind kind) => Array.Find(_probes, p => p.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such check");

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();
}

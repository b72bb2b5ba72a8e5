using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Rollout.Web.Operations;

/// <summary>Counts the pages that stand open on this node.</summary>
public sealed class OpenCircuits(StopSignal signal, IHostApplicationLifetime life) : CircuitHandler
{
    // Much longer than it takes, and much shorter than anybody waits for the end of a program.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private int _connected;
    private int _open;
    private int _registered;

    /// <summary>How many are kept, those that lost their connection a moment ago among them.</summary>
    public int Count => Volatile.Read(ref _open);

    /// <summary>How many have their connection.</summary>
    public int Live => Volatile.Read(ref _connected);

    /// <inheritdoc/>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // Not before the first page: what was registered last is called first, and the connections' own registration, which cuts them off, is older then.
        if (Interlocked.Exchange(ref _registered, 1) == 0) life.ApplicationStopping.Register(() => signal.Tell(Patience));
        return Add(ref _open, 1);
    }

    /// <inheritdoc/>
    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => Add(ref _open, -1);

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Add(ref _connected, 1);

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Add(ref _connected, -1);

    private static Task Add(ref int counter, int change)
    {
        Interlocked.Add(ref counter, change);
        return Task.CompletedTask;
    }
}

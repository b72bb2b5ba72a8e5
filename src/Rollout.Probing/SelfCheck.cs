using Microsoft.Extensions.Logging;

namespace Rollout.Probing;

/// <summary>Before blaming a participant, check our own network: is one of the reference addresses still within reach?</summary>
public sealed class SelfCheck
{
    private readonly ILogger<SelfCheck> _logger;
    private readonly LineOpener _opener;
    private readonly ProbingOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes the check for an installation.</summary>
    public SelfCheck(ProbingOptions options, TimeProvider time, ILogger<SelfCheck> logger)
        : this(options, time, logger, new(options))
    {
    }

    internal SelfCheck(ProbingOptions options, TimeProvider time, ILogger<SelfCheck> logger, LineOpener opener) =>
        (_options, _time, _logger, _opener) = (options, time, logger, opener);

    /// <summary>Whether our network works: true as soon as one reference lets us in, false when none does, null when there is none.</summary>
    public async Task<bool?> NetworkWorksAsync(CancellationToken cancellationToken)
    {
        if (_options.References.IsEmpty) return null;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(_options.ReferenceTimeout);
        await foreach (var attempt in Task.WhenEach(_options.References.Select(r => ReachAsync(r, enough.Token))).WithCancellation(cancellationToken))
        {
            if (!await attempt) continue;
            await enough.CancelAsync();
            return true;
        }
        cancellationToken.ThrowIfCancellationRequested();
        return false;
    }

    private async Task<bool> ReachAsync(Uri reference, CancellationToken cancellationToken)
    {
        var notes = new CheckNotes(_time);
        try
        {
            var (stream, trouble) = await _opener.OpenAsync(reference, secure: false, _options.ReferenceTimeout, notes, cancellationToken);
            if (stream is not null) await stream.DisposeAsync();
            else _logger.ReferenceUnreachable(reference, trouble!.Code, trouble.Detail);
            return stream is not null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

using Microsoft.Extensions.Hosting;
using Rollout.Storage.Ledgers;

namespace Rollout.Storage.Publications;

/// <summary>Whenever another process may have written, pages that show publications hear of theirs too.</summary>
public sealed class PublicationFollower(LedgerFollower follower, PublicationBook book) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        follower.Woken += CatchUp;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        follower.Woken -= CatchUp;
        return Task.CompletedTask;
    }

    private void CatchUp(object? sender, EventArgs e) => book.CatchUp();
}

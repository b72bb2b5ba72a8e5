namespace Rollout.Storage.Database;

/// <summary>Notices that another process, on this machine or another, has written.</summary>
internal interface IDatabaseWatch : IAsyncDisposable
{
    /// <summary>Waits until somebody may have written: at once when they have, at the latest when it is time to look anyway.</summary>
    /// <returns>Whether it is worth looking.</returns>
    Task<bool> WaitAsync(CancellationToken ct);
}

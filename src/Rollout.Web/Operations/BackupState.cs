using Rollout.Storage.Backups;
using Rollout.Web.Jobs;

namespace Rollout.Web.Operations;

/// <summary>Looks at the folder of backups, where the clock makes any. It may lie on a network: it is looked at rarely, and nobody waits for it for long.</summary>
public sealed class BackupState(BackupSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _asked = DateTimeOffset.MinValue;
    private BackupFacts? _last;
    private Task<BackupFacts>? _underWay;

    /// <summary>What was seen last; null when the clock makes none, or nothing was seen yet.</summary>
    public async Task<BackupFacts?> ReadAsync(CancellationToken ct)
    {
        if (settings.Folder is not { } folder) return null;
        Task<BackupFacts> answer;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_underWay is null || (_underWay.IsCompleted && now - _asked >= Every)) (_underWay, _asked) = (Task.Run(() => Seen(new(folder)), CancellationToken.None), now);
            answer = _underWay;
        }
        try
        {
            return _last = await answer.WaitAsync(Limit, time, ct);
        }
        catch (Exception e) when (e is TimeoutException or IOException or UnauthorizedAccessException)
        {
            return _last;
        }
    }

    private static BackupFacts Seen(BackupShelf shelf)
    {
        var all = shelf.All();
        return new(all.Length, all.IsEmpty ? null : all[^1].TakenAt, shelf.LastAttempt());
    }
}

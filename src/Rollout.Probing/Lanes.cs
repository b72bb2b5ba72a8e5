namespace Rollout.Probing;

/// <summary>
/// Lets so many pieces of work run at once, and of those with the same key one at a time, in the order in which they came. Waiting for one's
/// key takes no place from others.
/// </summary>
internal sealed class Lanes(int places) : IDisposable
{
    private readonly SemaphoreSlim _places = new(places);
    private readonly Dictionary<string, Task> _last = new(StringComparer.Ordinal);

    public async Task<T> RunAsync<T>(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Queue(key, mine.Task);
        try
        {
            // Not given up on cancellation: whoever stands behind must still wait for the one before. Its timeout, or the same cancellation, ends it.
            await before;
            await _places.WaitAsync(cancellationToken);
            try
            {
                return await work(cancellationToken);
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Leave(key, mine);
        }
    }

    public void Dispose() => _places.Dispose();

    private Task Queue(string key, Task mine)
    {
        lock (_last)
        {
            var before = _last.GetValueOrDefault(key, Task.CompletedTask);
            _last[key] = mine;
            return before;
        }
    }

    private void Leave(string key, TaskCompletionSource mine)
    {
        lock (_last)
        {
            if (_last[key] == mine.Task) _last.Remove(key);
        }
        mine.SetResult();
    }
}

using System.Collections.Concurrent;
using Rollout.Storage.Ledgers;

namespace Rollout.Storage.Tests.Support;

/// <summary>Listens to a store like a page does, and waits for a change without sleeping.</summary>
internal sealed class ChangeWatch : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<BoardChange> _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDisposable _subscription;

    public ChangeWatch(BoardStore boards, Func<BoardChange, bool>? wanted = null) => _subscription = boards.Subscribe(change =>
    {
        Changes.Enqueue(change);
        if (wanted is null || wanted(change)) _came.TrySetResult(change);
    });

    public ConcurrentQueue<BoardChange> Changes { get; } = [];

    public Task<BoardChange> Came => _came.Task.WaitAsync(Generous, TestContext.Current.CancellationToken);

    public void Dispose() => _subscription.Dispose();
}

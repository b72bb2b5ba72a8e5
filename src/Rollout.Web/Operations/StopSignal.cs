using System.Collections.Immutable;

namespace Rollout.Web.Operations;

/// <summary>Tells every open page that the server is about to end, before its connection goes: then it waits calmly instead of showing an error.</summary>
public sealed class StopSignal
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableHashSet<Action> _pages = [];
    private int _waiting = -1;

    /// <summary>A page wants to be told. It says so once it has heard, or lets go when it is left.</summary>
    public IDisposable Subscribe(Action page)
    {
        lock (_gate) _pages = _pages.Add(page);
        return new Subscription(this, page);
    }

    /// <summary>Tells all pages; ends when every one has it, or at the latest after a while.</summary>
    internal void Tell(TimeSpan patience)
    {
        ImmutableHashSet<Action> pages;
        lock (_gate) (pages, _waiting) = (_pages, _pages.Count);
        if (pages.IsEmpty) return;
        foreach (var page in pages) page();
        _told.Task.Wait(patience);
    }

    private void Leave(Action page)
    {
        lock (_gate)
        {
            if (!_pages.Contains(page)) return;
            _pages = _pages.Remove(page);
            if (_waiting > 0 && --_waiting == 0) _told.TrySetResult();
        }
    }

    private sealed class Subscription(StopSignal signal, Action page) : IDisposable
    {
        public void Dispose() => signal.Leave(page);
    }
}

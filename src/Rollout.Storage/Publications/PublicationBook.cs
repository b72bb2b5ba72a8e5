using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Publications;
using Rollout.Storage.Database;

namespace Rollout.Storage.Publications;

/// <summary>
/// The publications. Read when somebody first asks, then only what was added: every reading looks at the chain's head, so that what another
/// process wrote is seen by the next one.
/// </summary>
public sealed class PublicationBook(RolloutDatabase database)
{
    private readonly Lock _gate = new();
    private ImmutableArray<Action> _listeners = [];
    private PublicationShelf _shelf = PublicationShelf.Empty;

    /// <summary>The first entry that does not hold; null while the chain does.</summary>
    public long? BrokenAt => Current().BrokenAt;

    /// <summary>The publications of a programme, the oldest first.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="until">As they stood at an instant; null for now.</param>
    public ImmutableArray<Publication> Of(string programme, DateTimeOffset? until = null)
    {
        var shelf = Current();
        if (until is { } instant) shelf = PublicationShelf.Empty.Apply(shelf.Entries.TakeWhile(e => e.At <= instant));
        return [.. shelf.All.Values.Where(p => p.Programme == programme)];
    }

    /// <summary>The publications of every programme, the oldest first.</summary>
    public ImmutableArray<Publication> All() => [.. Current().All.Values];

    /// <summary>What happened to a publication, in order.</summary>
    public ImmutableArray<PublicationEntry> EventsOf(long id) => [.. Current().Entries.Where(e => e.Publication == id)];

    /// <summary>Calls a listener after every change, on the thread that made or noticed it: a listener must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action listener)
    {
        lock (_gate) _listeners = _listeners.Add(listener);
        return new Subscription(this, listener);
    }

    /// <summary>How many listen; for tests that see them let go.</summary>
    public int ListenerCount => _listeners.Length;

    /// <summary>The shelf as the file has it now.</summary>
    internal PublicationShelf Current()
    {
        using var connection = database.Connect();
        return Follow(connection, null);
    }

    /// <summary>The shelf as a connection sees it.</summary>
    internal PublicationShelf Follow(DbConnection connection, DbTransaction? transaction)
    {
        lock (_gate)
        {
            var (seq, hash) = PublicationTable.Head(connection, transaction);
            if (_shelf.BrokenAt is not null || (seq, hash) == (_shelf.Seq, _shelf.Hash)) return _shelf;
            // The entry we know as the last was removed or replaced.
            if (seq <= _shelf.Seq) return _shelf = _shelf with { BrokenAt = Math.Min(seq + 1, _shelf.Seq) };
            try
            {
                return _shelf = _shelf.Apply(PublicationTable.After(connection, _shelf.Seq, transaction));
            }
            catch (FormatException)
            {
                return _shelf = _shelf with { BrokenAt = _shelf.Seq + 1 };
            }
        }
    }

    /// <summary>Looks whether another process has added anything, and tells those who listen.</summary>
    internal void CatchUp()
    {
        if (_listeners.IsEmpty) return;
        var before = _shelf;
        if (Current() != before) Publish();
    }

    /// <summary>Tells everybody who listens.</summary>
    internal void Publish()
    {
        foreach (var listener in _listeners) listener();
    }

    private sealed class Subscription(PublicationBook book, Action listener) : IDisposable
    {
        private bool _gone;

        public void Dispose()
        {
            lock (book._gate)
            {
                if (_gone) return;
                _gone = true;
                book._listeners = book._listeners.Remove(listener);
            }
        }
    }
}

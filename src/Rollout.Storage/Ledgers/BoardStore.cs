using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;

namespace Rollout.Storage.Ledgers;

/// <summary>The current boards, one signal for all pages, and whether the ledger may still be written.</summary>
public sealed class BoardStore
{
    private readonly Lock _gate = new();
    private ImmutableArray<Action<BoardChange>> _listeners = [];
    private volatile BoardSnapshot _current;

    /// <summary>A store before the first entry.</summary>
    public BoardStore(ProgrammeCatalog catalog) => _current = Empty(catalog);

    /// <summary>The boards now.</summary>
    public BoardSnapshot Current => _current;

    /// <summary>The first entry that does not hold, once the chain was found broken: from then on nothing is written.</summary>
    public long? BrokenAt { get; private set; }

    /// <summary>The boards before the first entry.</summary>
    public static BoardSnapshot Empty(ProgrammeCatalog catalog) =>
        new(0, HashChain.Genesis, catalog.All.ToImmutableDictionary(p => p.Programme.Key, p => Board.Empty(p.Programme, p.Participants)));

    /// <summary>The board of a programme that is known to exist.</summary>
    public Board Of(string programme) => _current.Boards[programme];

    /// <summary>Calls a listener after every change, on the thread that made it: a listener must be quick and must not throw.</summary>
    public IDisposable Subscribe(Action<BoardChange> listener)
    {
        lock (_gate) _listeners = _listeners.Add(listener);
        return new Subscription(this, listener);
    }

    /// <summary>How many listen; for tests that see them let go.</summary>
    public int ListenerCount => _listeners.Length;

    /// <summary>Puts the boards that were opened in place.</summary>
    internal void Open(BoardSnapshot snapshot) => _current = snapshot;

    /// <summary>Applies entries that follow the current one; those it has already are passed over.</summary>
    internal void Apply(IEnumerable<LedgerEntry> entries)
    {
        BoardChange? change = null;
        lock (_gate)
        {
            var fresh = entries.Where(e => e.Seq > _current.Seq).ToImmutableArray();
            if (fresh.IsEmpty) return;
            if (fresh[0].Seq != _current.Seq + 1) throw new InvalidOperationException($"Entry {fresh[0].Seq} does not follow {_current.Seq}.");
            _current = fresh.Aggregate(_current, (snapshot, entry) => snapshot.Apply(entry));
            change = new(fresh, _current);
        }
        Publish(change);
    }

    /// <summary>Stops all writing: the chain does not hold from an entry on.</summary>
    internal void Break(long seq)
    {
        BrokenAt ??= seq;
        Publish(new([], _current));
    }

    private void Publish(BoardChange change)
    {
        foreach (var listener in _listeners) listener(change);
    }

    private sealed class Subscription(BoardStore store, Action<BoardChange> listener) : IDisposable
    {
        private bool _gone;

        public void Dispose()
        {
            lock (store._gate)
            {
                if (_gone) return;
                _gone = true;
                store._listeners = store._listeners.Remove(listener);
            }
        }
    }
}

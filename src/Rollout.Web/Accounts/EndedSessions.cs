using System.Collections.Concurrent;
using Rollout.Web.Guarding;

namespace Rollout.Web.Accounts;

/// <summary>
/// Sessions whose people signed out: a copy of such a cookie opens nothing any more. Kept in memory for as long as a session may last; after a
/// restart, and on another node, a copy is worth what its session's end leaves it.
/// </summary>
public sealed class EndedSessions(GuardSettings guard, TimeProvider time)
{
    private const int Many = 10_000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    /// <summary>Ends a session.</summary>
    public void Add(string session)
    {
        var now = time.GetUtcNow();
        if (_ended.Count >= Many)
            foreach (var (old, at) in _ended)
                if (now - at > guard.SessionLongest) _ended.TryRemove(old, out _);
        _ended[session] = now;
    }

    /// <summary>Whether a session was ended.</summary>
    public bool Has(string session) => !_ended.IsEmpty && _ended.ContainsKey(session);
}

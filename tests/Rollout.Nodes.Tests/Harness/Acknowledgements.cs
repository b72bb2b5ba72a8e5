using System.Collections.Concurrent;
using System.Globalization;
using Rollout.Core.Ledger;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// What appenders were told, held against what is stored: everything that was acknowledged is there, once, in order, whole; and nothing else
/// is there twice or by half. Reads on from where it last was.
/// </summary>
internal sealed class Acknowledgements
{
    private readonly Dictionary<string, List<LedgerEntry>> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Name, (long Seq, string Hash)[] Entries)> _told = [];
    private long _seq;
    private string _hash = HashChain.Genesis;

    /// <summary>How many decisions were acknowledged so far.</summary>
    public int Count { get; private set; }

    /// <summary>Hears a line of an appender.</summary>
    public void Hear(string line)
    {
        if (line.Split(' ') is not [var name, .. var entries, "."] || entries.Length != Appender.Together) return;
        _told.Enqueue((name, [.. entries.Select(e => e.Split(':')).Select(e => (long.Parse(e[0], CultureInfo.InvariantCulture), e[1]))]));
    }

    /// <summary>Holds what was heard against what is stored.</summary>
    public void Check(Book book)
    {
        // First what was told, then what is stored: what is told meanwhile waits for the next time.
        var told = new List<(string Name, (long Seq, string Hash)[] Entries)>();
        while (_told.TryDequeue(out var one)) told.Add(one);
        foreach (var entry in book.Ledger(_seq))
        {
            Assert.True(HashChain.Holds(entry, _seq, _hash), $"Entry {entry.Seq} does not stand behind {_seq}");
            (_seq, _hash) = (entry.Seq, entry.Hash);
            if (!_stored.TryGetValue(entry.Actor.Name, out var before)) _stored[entry.Actor.Name] = before = [];
            Assert.True(before.Count < Appender.Together, $"{entry.Actor.Name} is there twice");
            before.Add(entry);
        }
        Assert.All(_stored, s => Assert.Equal(Appender.Together, s.Value.Count));
        Assert.All(_stored, s => Assert.Equal(s.Value[0].Seq + 1, s.Value[1].Seq));
        foreach (var (name, entries) in told)
        {
            Count++;
            Assert.True(_stored.TryGetValue(name, out var stored), $"{name} was acknowledged and is not there");
            Assert.Equal(entries, stored.Select(e => (e.Seq, e.Hash)));
        }
    }

    /// <summary>One who was told of two decisions one after the other finds them in that order.</summary>
    public void CheckOrder() => Assert.All(
        _stored.GroupBy(s => s.Key[..s.Key.LastIndexOf('-')]),
        one => Assert.Equal(one.Select(s => s.Value[0].Seq).Order(), one.OrderBy(s => int.Parse(s.Key[(s.Key.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture)).Select(s => s.Value[0].Seq)));
}

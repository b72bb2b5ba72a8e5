using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rollout.Core.Answers;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Ledgers;
using Rollout.Web.Accounts;

namespace Rollout.Web.Reading;

/// <summary>The obstacles that were overcome. Since the ledger only grows, what was read once is kept and only what came after it is read again.</summary>
public sealed class AnswerReading(ObstacleReader ledger)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The answers that somebody may see on a view, the newest first.</summary>
    /// <param name="view">The view: an answer exists once its obstacle has ended.</param>
    /// <param name="reader">Who reads; null for the public.</param>
    public ImmutableArray<SolvedObstacle> Of(BoardView view, Person? reader)
    {
        var all = All(view.Programme.Key, view.Board.Seq);
        var own = view.Programme.Reading == ReadingScope.Own && reader is { Mandate.Participants.IsEmpty: false };
        return own || !view.Live
            ? [.. all.Where(a => a.Closed.At <= view.AsOf && (view.KnownOn is null || a.Closed.RecordedAt <= view.KnownOn) && (!own || reader!.Mandate.IsOf(a.Participant)))]
            : all;
    }

    private ImmutableArray<SolvedObstacle> All(string programme, long seq)
    {
        if (_kept.TryGetValue(programme, out var kept) && kept.Seq >= seq) return kept.Solved;
        lock (_gate)
        {
            kept = _kept.GetValueOrDefault(programme) ?? new([], 0, []);
            if (kept.Seq >= seq) return kept.Solved;
            var entries = kept.Entries.AddRange(ledger.After(programme, kept.Entries.IsEmpty ? 0 : kept.Entries[^1].Seq));
            var solved = entries.Length == kept.Entries.Length ? kept.Solved : ObstaclePairs.Of(entries);
            _kept[programme] = new(entries, seq, solved);
            return solved;
        }
    }

    private sealed record Kept(ImmutableArray<LedgerEntry> Entries, long Seq, ImmutableArray<SolvedObstacle> Solved);
}

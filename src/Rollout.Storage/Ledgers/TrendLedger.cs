using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Trends;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>Folds trends: from checkpoint to checkpoint, so that only days without one are read entry by entry.</summary>
public sealed class TrendLedger(RolloutDatabase database, ProgrammeCatalog catalog)
{
    private const string Wanted = "programme = @programme AND phase = @phase AND kind IN ('status', 'source')";

    /// <summary>The trend of a phase as of two instants, and the last entry that it has seen.</summary>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="phase">Key of a phase.</param>
    /// <param name="times">The two instants.</param>
    public (TrendFold Fold, long Seq) Fold(string programme, string phase, TwoTimes times)
    {
        var item = catalog.Find(programme)!;
        using var connection = database.Connect();
        using var transaction = database.Snapshot(connection);
        var head = LedgerTable.Head(connection, transaction).Seq;
        var fold = new TrendFold(Board.Empty(item.Programme, item.Participants), phase);
        var known = times.KnownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        if (First(connection, programme, phase, known) is not { } first) return (fold, head);
        var kept = Checkpoints.All(connection, item, times).RemoveAll(c => c.Day < first);
        var late = kept.IsEmpty ? [] : Late(connection, programme, kept[0].Seq, times.AsOf, known);
        var before = DateOnly.MinValue;
        foreach (var checkpoint in kept)
        {
            if (before == DateOnly.MinValue || checkpoint.Day > before.AddDays(1)) AddBetween(before, HanoiTime.EndOf(checkpoint.Day));
            var end = HanoiTime.EndOf(checkpoint.Day);
            fold.Close(checkpoint.Day, checkpoint.Board.Apply(late.Where(e => e.Seq > checkpoint.Seq && e.At <= end)));
            before = checkpoint.Day;
        }
        AddBetween(before, times.AsOf);
        return (fold, head);

        void AddBetween(DateOnly after, DateTimeOffset through)
        {
            foreach (var entry in LedgerTable.Read(
                connection, $"{Wanted} AND at > @after AND at <= @through AND recorded_at <= @known ORDER BY at, seq", ("@programme", programme), ("@phase", phase),
                ("@after", after == DateOnly.MinValue ? long.MinValue : HanoiTime.EndOf(after).ToUnixTimeMilliseconds()),
                ("@through", through.ToUnixTimeMilliseconds()), ("@known", known)))
                fold.Add(entry);
        }
    }

    /// <summary>The entries that a fold lacks.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="after">Written after this entry.</param>
    /// <param name="through">And not after this one.</param>
    /// <param name="from">Only those that hold since this instant or later; null for all.</param>
    public ImmutableArray<LedgerEntry> Between(string programme, string phase, long after, long through, DateTimeOffset? from)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection, $"{Wanted} AND seq > @after AND seq <= @through AND at >= @from ORDER BY at, seq", ("@programme", programme), ("@phase", phase),
            ("@after", after), ("@through", through), ("@from", from?.ToUnixTimeMilliseconds() ?? long.MinValue))];
    }

    /// <summary>The day on which the phase begins.</summary>
    private static DateOnly? First(DbConnection connection, string programme, string phase, long known)
    {
        var entries = LedgerTable.Read(
            connection, $"{Wanted} AND recorded_at <= @known ORDER BY at LIMIT 1", ("@programme", programme), ("@phase", phase), ("@known", known));
        return entries.Select(e => (DateOnly?)HanoiTime.DayOf(e.At)).FirstOrDefault();
    }

    private static List<LedgerEntry> Late(DbConnection connection, string programme, long after, DateTimeOffset asOf, long known) =>
    [
        .. LedgerTable.Read(
            connection, "programme = @programme AND seq > @after AND recorded_at > at AND at <= @asOf AND recorded_at <= @known ORDER BY seq",
            ("@programme", programme), ("@after", after), ("@asOf", asOf.ToUnixTimeMilliseconds()), ("@known", known)),
    ];
}

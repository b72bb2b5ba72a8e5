using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Ledgers;

/// <summary>Reads the ledger and folds boards of the past.</summary>
public sealed class LedgerReader(SqliteDatabase database, ProgrammeCatalog catalog)
{
    /// <summary>Entries of a programme after a seq, ascending.</summary>
    public ImmutableArray<LedgerEntry> After(string programme, long after, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(connection, "programme = $programme AND seq > $after ORDER BY seq LIMIT $limit", ("$programme", programme), ("$after", after), ("$limit", limit))];
    }

    /// <summary>The latest entries of a programme at an instant, newest first.</summary>
    public ImmutableArray<LedgerEntry> Latest(string programme, TwoTimes times, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection, "programme = $programme AND at <= $asOf AND recorded_at <= $known AND kind NOT IN ('source', 'comment') ORDER BY at DESC, seq DESC LIMIT $limit",
            ("$programme", programme), ("$asOf", times.AsOf.ToUnixTimeMilliseconds()), ("$known", Known(times)), ("$limit", limit))];
    }

    /// <summary>The entries of a participant, or of one of its cells, newest first.</summary>
    public ImmutableArray<LedgerEntry> Of(string programme, string participant, string? phase, string? step, TwoTimes times, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection,
            "programme = $programme AND participant = $participant AND ($phase = '' OR phase = $phase OR phase IS NULL) AND ($step = '' OR step = $step) AND at <= $asOf AND recorded_at <= $known AND kind <> 'source' ORDER BY seq DESC LIMIT $limit",
            ("$programme", programme), ("$participant", participant), ("$phase", phase ?? ""), ("$step", step ?? ""),
            ("$asOf", times.AsOf.ToUnixTimeMilliseconds()), ("$known", Known(times)), ("$limit", limit))];
    }

    /// <summary>The board as of an instant, from what was known at another (rule 7).</summary>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="times">The two instants.</param>
    public Board AsOf(string programme, TwoTimes times)
    {
        var item = catalog.Find(programme)!;
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        var checkpoint = Checkpoints.Find(connection, item, times.AsOf, times.KnownOn);
        var known = Known(times);
        var at = times.AsOf.ToUnixTimeMilliseconds();
        if (checkpoint is null)
            return Board.Empty(item.Programme, item.Participants).Apply(LedgerTable.Read(
                connection, "programme = $programme AND at <= $at AND recorded_at <= $known ORDER BY seq", ("$programme", programme), ("$at", at), ("$known", known)));
        var day = Core.Calendar.HanoiTime.EndOf(checkpoint.Day).ToUnixTimeMilliseconds();
        // Two reads, each by its own index: what holds since after the checkpoint's day, and the few that were written late.
        var after = LedgerTable.Read(
            connection, "programme = $programme AND at > $day AND at <= $at AND recorded_at <= $known ORDER BY seq",
            ("$programme", programme), ("$day", day), ("$at", at), ("$known", known));
        var late = LedgerTable.Read(
            connection, "programme = $programme AND seq > $seq AND recorded_at > at AND at <= $day AND recorded_at <= $known ORDER BY seq",
            ("$programme", programme), ("$seq", checkpoint.Seq), ("$day", day), ("$known", known));
        return checkpoint.Board.Apply(after.Concat(late).OrderBy(e => e.Seq));
    }

    private static long Known(TwoTimes times) => times.KnownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue;
}

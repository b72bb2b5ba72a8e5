using System.Collections.Immutable;
using System.Text.Json;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>Reads the ledger and folds boards of the past.</summary>
public sealed class LedgerReader(RolloutDatabase database, ProgrammeCatalog catalog)
{
    /// <summary>Entries of a programme after a seq, ascending.</summary>
    public ImmutableArray<LedgerEntry> After(string programme, long after, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(connection, "programme = @programme AND seq > @after ORDER BY seq LIMIT @limit", ("@programme", programme), ("@after", after), ("@limit", limit))];
    }

    /// <summary>The latest entries of a programme at an instant, newest first.</summary>
    public ImmutableArray<LedgerEntry> Latest(string programme, TwoTimes times, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection, "programme = @programme AND at <= @asOf AND recorded_at <= @known AND kind NOT IN ('source', 'comment') ORDER BY at DESC, seq DESC LIMIT @limit",
            ("@programme", programme), ("@asOf", times.AsOf.ToUnixTimeMilliseconds()), ("@known", Known(times)), ("@limit", limit))];
    }

    /// <summary>The entries of a participant, or of one of its cells, newest first.</summary>
    public ImmutableArray<LedgerEntry> Of(string programme, string participant, string? phase, string? step, TwoTimes times, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection,
            "programme = @programme AND participant = @participant AND (@phase = '' OR phase = @phase OR phase IS NULL) AND (@step = '' OR step = @step) AND at <= @asOf AND recorded_at <= @known AND kind <> 'source' ORDER BY seq DESC LIMIT @limit",
            ("@programme", programme), ("@participant", participant), ("@phase", phase ?? ""), ("@step", step ?? ""),
            ("@asOf", times.AsOf.ToUnixTimeMilliseconds()), ("@known", Known(times)), ("@limit", limit))];
    }

    /// <summary>What was said of a participant's figures, newest first.</summary>
    public ImmutableArray<LedgerEntry> Figures(string programme, ParticipantId participant, TwoTimes times, int limit)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection, "programme = @programme AND participant = @participant AND kind = 'figure' AND at <= @asOf AND recorded_at <= @known ORDER BY seq DESC LIMIT @limit",
            ("@programme", programme), ("@participant", $"{participant}"), ("@asOf", times.AsOf.ToUnixTimeMilliseconds()), ("@known", Known(times)), ("@limit", limit))];
    }

    /// <summary>What was said of some steps, whosever and in whichever phase, in the order of writing: changes of status, and remarks with their files.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="steps">Numbers of the steps.</param>
    /// <param name="times">The two instants.</param>
    public ImmutableArray<LedgerEntry> OfSteps(string programme, IReadOnlyCollection<string> steps, TwoTimes times)
    {
        using var connection = database.Connect();
        return [.. LedgerTable.Read(
            connection,
            $"programme = @programme AND kind IN ('status', 'comment') AND step IN (SELECT value FROM {database.Texts("@steps")}) AND at <= @asOf AND recorded_at <= @known ORDER BY seq",
            ("@programme", programme), ("@steps", JsonSerializer.Serialize(steps)), ("@asOf", times.AsOf.ToUnixTimeMilliseconds()), ("@known", Known(times)))];
    }

    /// <summary>
    /// Changes of status, sources and figures that one reading of the ledger holds and an earlier one does not: what holds since after it, and what
    /// was only written after it was known. Two reads, each by its own index, however long the ledger.
    /// </summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="from">The earlier reading: what was true, and what was known; null for all that is known now.</param>
    /// <param name="to">The later reading.</param>
    /// <param name="who">Whose entries.</param>
    public ImmutableArray<LedgerEntry> Between(
        string programme, string phase, (DateTimeOffset AsOf, DateTimeOffset? KnownOn) from, (DateTimeOffset AsOf, DateTimeOffset? KnownOn) to, IReadOnlyCollection<ParticipantId> who)
    {
        if (who.Count == 0) return [];
        var fromAt = from.AsOf.ToUnixTimeMilliseconds();
        var fromKnown = from.KnownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        // A plus takes a column out of the planner's sight: whoever moved is nearly everybody, and their index would walk the whole ledger.
        var wanted = $"""
            programme = @programme AND (({database.Unindexed("phase")} = @phase AND kind IN ('status', 'source')) OR kind = 'figure') AND {database.Unindexed("participant")} IN (SELECT value FROM {database.Texts("@who")})
            AND recorded_at <= @known AND (at > @from OR recorded_at > @fromKnown)
            """;
        (string, object)[] parameters =
        [
            ("@programme", programme), ("@phase", phase), ("@who", JsonSerializer.Serialize(who.Select(p => $"{p}"))), ("@from", fromAt), ("@fromKnown", fromKnown),
            ("@to", to.AsOf.ToUnixTimeMilliseconds()), ("@known", to.KnownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue), ("@edge", Math.Min(fromAt, fromKnown)),
        ];
        using var connection = database.Connect();
        var after = LedgerTable.Read(connection, $"{wanted} AND at > @edge AND at <= @to ORDER BY seq", parameters);
        var late = from.KnownOn is null ? [] : LedgerTable.Read(connection, $"{wanted} AND recorded_at > at AND {database.Unindexed("at")} <= @edge AND {database.Unindexed("at")} <= @to AND seq > 0 ORDER BY seq", parameters);
        return [.. after.Concat(late).OrderBy(e => e.Seq)];
    }

    /// <summary>The board as of an instant, from what was known at another (rule 7), with the names that its day calls the participants.</summary>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="times">The two instants.</param>
    public Board AsOf(string programme, TwoTimes times) => Fold(programme, times).On(Core.Calendar.HanoiTime.DayOf(times.AsOf));

    private Board Fold(string programme, TwoTimes times)
    {
        var item = catalog.Find(programme)!;
        using var connection = database.Connect();
        using var transaction = database.Snapshot(connection);
        var checkpoint = Checkpoints.Find(connection, item, times.AsOf, times.KnownOn);
        var known = Known(times);
        var at = times.AsOf.ToUnixTimeMilliseconds();
        if (checkpoint is null)
            return Board.Empty(item.Programme, item.Participants).Apply(LedgerTable.Read(
                connection, "programme = @programme AND at <= @at AND recorded_at <= @known ORDER BY seq", ("@programme", programme), ("@at", at), ("@known", known)));
        var day = Core.Calendar.HanoiTime.EndOf(checkpoint.Day).ToUnixTimeMilliseconds();
        // Two reads, each by its own index: what holds since after the checkpoint's day, and the few that were written late.
        var after = LedgerTable.Read(
            connection, "programme = @programme AND at > @day AND at <= @at AND recorded_at <= @known ORDER BY seq",
            ("@programme", programme), ("@day", day), ("@at", at), ("@known", known));
        var late = LedgerTable.Read(
            connection, "programme = @programme AND seq > @seq AND recorded_at > at AND at <= @day AND recorded_at <= @known ORDER BY seq",
            ("@programme", programme), ("@seq", checkpoint.Seq), ("@day", day), ("@known", known));
        return checkpoint.Board.Apply(after.Concat(late).OrderBy(e => e.Seq));
    }

    private static long Known(TwoTimes times) => times.KnownOn?.ToUnixTimeMilliseconds() ?? long.MaxValue;
}

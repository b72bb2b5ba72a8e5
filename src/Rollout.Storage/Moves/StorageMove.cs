using System.Collections.Immutable;
using System.Data.Common;
using Npgsql;
using Rollout.Core.Ledger;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Postgres;
using Rollout.Storage.Publications;
using Rollout.Storage.Sqlite;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Moves;

/// <summary>
/// Moves an installation from its SQLite file to a PostgreSQL server: every table of the model in one transaction, compared row by row before
/// it is committed. The file stays as it is, the attached files stay where they are.
/// </summary>
public sealed class StorageMove(StorageOptions options)
{
    private readonly StorageOptions _source = new(options.Folder);

    /// <summary>Moves everything, or says why nothing was moved.</summary>
    public async Task<MoveOutcome> RunAsync(CancellationToken ct)
    {
        if (options.Provider != StorageProvider.Postgres) return MoveOutcome.No("move.target");
        if (!File.Exists(_source.DatabasePath)) return MoveOutcome.No("backup.noDatabase", _source.DatabasePath);
        var from = new SqliteDatabase(_source);
        if (!SqliteAlone.IsFree(_source)) return MoveOutcome.No("move.inUse", _source.DatabasePath);
        from.Migrate();
        using var alone = SqliteAlone.Take(from);
        if (alone is null) return MoveOutcome.No("move.inUse", _source.DatabasePath);
        if (await BrokenAsync(from, ct) is { } broken) return broken;
        using var to = new PostgresDatabase(options);
        to.Migrate();
        return await MoveAsync(from, alone, to, ct);
    }

    private async Task<MoveOutcome?> BrokenAsync(SqliteDatabase from, CancellationToken ct)
    {
        var (_, brokenAt) = new ChainCheck(from).Run(ct);
        if (brokenAt is { } seq) return MoveOutcome.No("backup.ledgerBroken", $"{seq}");
        var (_, _, broken) = await new PublicationCheck(from, _source).RunAsync(ct);
        return broken is null ? null : MoveOutcome.No("backup.publicationsBroken", broken);
    }

    private async Task<MoveOutcome> MoveAsync(SqliteDatabase from, SqliteAlone alone, PostgresDatabase to, CancellationToken ct)
    {
        await using var connection = (NpgsqlConnection)to.Connect();
        // In the ledger's own queue: nobody else writes one there meanwhile.
        await using var transaction = to.Write(connection);
        await ExecuteAsync(connection, "SET LOCAL idle_in_transaction_session_timeout = 0", ct);
        var shapes = TableShapes.Of(to);
        if (shapes.FirstOrDefault(s => TableRows.Count(connection, s.Table) > 0) is { } taken) return MoveOutcome.No("move.notEmpty", taken.Table);
        var moved = ImmutableArray.CreateBuilder<TableState>(shapes.Length);
        foreach (var shape in shapes)
        {
            var state = await new TableCopy(from, alone.Connection, connection).RunAsync(shape, ct);
            if (TableRows.State(to, connection, shape, ct) != state) return MoveOutcome.No("move.differs", shape.Table);
            moved.Add(state);
        }
        var keys = await CookieKeys.MoveAsync(options.Folder, connection, ct);
        var head = LedgerTable.Head(alone.Connection, alone.Hold);
        if (LedgerTable.Head(connection) != head || FirstBroken(connection) is not null) return MoveOutcome.No("move.differs", "ledger");
        if (new PublicationBook(to).Follow(connection, transaction) is { BrokenAt: not null }) return MoveOutcome.No("move.differs", "publication_events");
        await transaction.CommitAsync(ct);
        return new(head.Seq, head.Hash, moved.MoveToImmutable(), keys, null);
    }

    private static long? FirstBroken(DbConnection connection)
    {
        long? broken = null;
        foreach (var _ in ChainWalk.From(connection, 0, HashChain.Genesis, at => broken = at))
        {
            // Walked to its end.
        }
        return broken;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

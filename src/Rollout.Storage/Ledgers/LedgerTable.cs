using System.Data.Common;
using System.Text.Json;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Ledgers;

/// <summary>The ledger's table, by plain ADO.NET: entries in, entries out, nothing decided.</summary>
internal static class LedgerTable
{
    private static readonly string[] Names =
    [
        "seq", "at", "recorded_at", "programme", "participant", "phase", "step", "kind", "fields", "actor_kind", "actor_name", "actor_agency", "actor_participant",
        "actor_office", "note_hash", "previous_hash", "hash",
    ];

    private static readonly string Columns = string.Join(", ", Names);

    /// <summary>Reads entries; <paramref name="where"/> speaks of the table's columns and of the parameters.</summary>
    public static IEnumerable<LedgerEntry> Read(DbConnection connection, string where, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM ledger WHERE {where}";
        foreach (var (name, value) in parameters) command.Set(name, value);
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return Entry(reader);
    }

    /// <summary>The last entry's place and hash.</summary>
    public static (long Seq, string Hash) Head(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : (0, HashChain.Genesis);
    }

    /// <summary>Writes the entries of a decision within a transaction, behind the head that it was made on.</summary>
    public static void Insert(RolloutDatabase database, DbConnection connection, DbTransaction transaction, IReadOnlyList<LedgerEntry> entries)
    {
        if (entries.Count == 0) return;
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        database.Append(command, Names, [.. entries.Select(Values)]);
    }

    private static object?[] Values(LedgerEntry entry) =>
    [
        entry.Seq, entry.At.ToUnixTimeMilliseconds(), entry.RecordedAt.ToUnixTimeMilliseconds(), entry.Programme, entry.Participant.ToString(),
        entry.Phase, entry.Step, EventFields.KindOf(entry.Event), FieldsJson.Write(EventFields.Of(entry.Event)), Words.Of(entry.Actor.Kind),
        entry.Actor.Name, entry.Actor.Agency, entry.Actor.Participant?.ToString(), entry.Actor.Office, entry.NoteHash, entry.PreviousHash, entry.Hash,
    ];

    /// <exception cref="FormatException">The row says no entry: it is damaged.</exception>
    private static LedgerEntry Entry(DbDataReader row)
    {
        try
        {
            return Parse(row);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"Entry {row.GetInt64(0)} cannot be read.", e);
        }
    }

    private static LedgerEntry Parse(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var participant = ParticipantId.TryParse(row.GetString(4), out var id) ? id : throw new FormatException($"'{row.GetString(4)}' is no participant.");
        var actor = new Actor(
            Words.Read<ActorKind>(row.GetString(9)), row.GetString(10), Text(11), ParticipantId.TryParse(Text(12), out var own) ? own : null, Text(13));
        var draft = new EntryDraft(
            row.GetString(3), participant, Text(5), Text(6), EventFields.Read(row.GetString(7), FieldsJson.Read(row.GetString(8))), actor,
            Instant(row.GetInt64(1)), Instant(row.GetInt64(2)), Text(14));
        return new(row.GetInt64(0), draft, row.GetString(15), row.GetString(16));
    }

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(Core.Calendar.HanoiTime.Offset);
}

using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Publications;

/// <summary>The table of what happened to publications, by plain ADO.NET: entries in, entries out, nothing decided.</summary>
internal static class PublicationTable
{
    private const string Columns = "seq, at, programme, publication, kind, fields, actor_kind, actor_name, actor_agency, actor_office, note_hash, previous_hash, hash";

    /// <summary>The last entry's place and hash.</summary>
    public static (long Seq, string Hash) Head(DbConnection connection, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT seq, hash FROM publication_events ORDER BY seq DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : (0, HashChain.Genesis);
    }

    /// <summary>The entries behind a place, as they lie there.</summary>
    /// <exception cref="FormatException">A row says no entry: it is damaged.</exception>
    public static ImmutableArray<PublicationEntry> After(DbConnection connection, long seq, DbTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT {Columns} FROM publication_events WHERE seq > @after ORDER BY seq";
        // From the beginning everything is looked at, so that an entry slipped in before the first is found too.
        command.Set("@after", seq == 0 ? long.MinValue : seq);
        using var reader = command.ExecuteReader();
        var entries = ImmutableArray.CreateBuilder<PublicationEntry>();
        while (reader.Read()) entries.Add(Entry(reader));
        return entries.ToImmutable();
    }

    /// <summary>Writes an entry within a transaction, and which files belong to its publication from now on.</summary>
    public static void Insert(DbConnection connection, DbTransaction transaction, PublicationEntry entry)
    {
        using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO publication_events ({Columns}) VALUES (@p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13)";
            object?[] values =
            [
                entry.Seq, entry.At.ToUnixTimeMilliseconds(), entry.Programme, entry.Publication, entry.Kind, entry.Fields, Words.Of(entry.Actor.Kind), entry.Actor.Name,
                entry.Actor.Agency, entry.Actor.Office, entry.NoteHash, entry.PreviousHash, entry.Hash,
            ];
            for (var i = 0; i < values.Length; i++) command.Set($"@p{i + 1}", values[i]);
            command.ExecuteNonQuery();
        }
        foreach (var file in FilesOf(entry.Event)) Insert(connection, transaction, entry.Publication, file);
    }

    /// <summary>The files that an event brings.</summary>
    public static IEnumerable<PublishedFile> FilesOf(PublicationEvent happened) => happened switch
    {
        PublicationEvent.LetterIssued issued => issued.Files,
        PublicationEvent.SignedAttached attached => [attached.File],
        _ => [],
    };

    private static void Insert(DbConnection connection, DbTransaction transaction, long publication, PublishedFile file)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO publication_files (publication, format, hash) VALUES (@publication, @format, @hash) ON CONFLICT DO NOTHING";
        command.Set("@publication", publication);
        command.Set("@format", file.Format);
        command.Set("@hash", file.Hash);
        command.ExecuteNonQuery();
    }

    private static PublicationEntry Entry(DbDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        try
        {
            return new(
                row.GetInt64(0), HanoiTime.Local(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5),
                new(Words.Read<ActorKind>(row.GetString(6)), row.GetString(7), Text(8), null, Text(9)), Text(10), row.GetString(11), row.GetString(12));
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException)
        {
            throw new FormatException($"Event {row.GetInt64(0)} cannot be read.", e);
        }
    }
}

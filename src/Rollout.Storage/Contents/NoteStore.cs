using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Rollout.Storage.Sqlite;

namespace Rollout.Storage.Contents;

/// <summary>NoteStore beside the ledger, by hash (rule 9): the text can be removed with a reason, the hash and the chain stay.</summary>
public sealed class NoteStore(SqliteDatabase database)
{
    /// <summary>The texts of some hashes; those removed or unknown are left out.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyCollection<string> hashes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hashes.Count == 0) return texts;
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT hash, text FROM contents WHERE text IS NOT NULL AND hash IN ({string.Join(",", hashes.Select((_, i) => $"${i}"))})";
        foreach (var (hash, i) in hashes.Select((h, i) => (h, i))) command.Parameters.AddWithValue($"${i}", hash);
        using var reader = command.ExecuteReader();
        while (reader.Read()) texts[reader.GetString(0)] = reader.GetString(1);
        return texts;
    }

    /// <summary>The notes of some hashes, those removed with the reason; unknown ones are left out.</summary>
    public IReadOnlyDictionary<string, KeptNote> Find(IEnumerable<string> hashes)
    {
        var notes = new Dictionary<string, KeptNote>(StringComparer.Ordinal);
        using var connection = database.Connect();
        foreach (var some in hashes.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT hash, text, removed_because FROM contents WHERE hash IN ({string.Join(",", some.Select((_, i) => $"${i}"))})";
            foreach (var (i, hash) in some.Index()) command.Parameters.AddWithValue($"${i}", hash);
            using var reader = command.ExecuteReader();
            while (reader.Read()) notes[reader.GetString(0)] = new(reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        }
        return notes;
    }

    /// <summary>Keeps a text within the transaction of its entry.</summary>
    internal static string Put(SqliteConnection connection, SqliteTransaction transaction, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO contents (hash, text) VALUES ($hash, $text) ON CONFLICT (hash) DO UPDATE SET text = excluded.text, removed_because = NULL WHERE text IS NULL";
        command.Parameters.AddWithValue("$hash", hash);
        command.Parameters.AddWithValue("$text", text);
        command.ExecuteNonQuery();
        return hash;
    }
}

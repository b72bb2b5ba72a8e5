using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Rollout.Storage.Database;

namespace Rollout.Storage.Contents;

/// <summary>Notes beside the ledger, by hash (rule 9): the text can be removed with a reason, the hash and the chain stay.</summary>
public sealed class NoteStore(RolloutDatabase database, TimeProvider time)
{
    /// <summary>The texts of some hashes; those removed or unknown are left out.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyCollection<string> hashes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (hashes.Count == 0) return texts;
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT hash, text FROM contents WHERE text IS NOT NULL AND hash IN ({string.Join(",", hashes.Select((_, i) => $"@p{i}"))})";
        foreach (var (hash, i) in hashes.Select((h, i) => (h, i))) command.Set($"@p{i}", hash);
        using var reader = command.ExecuteReader();
        while (reader.Read()) texts[reader.GetString(0)] = reader.GetString(1);
        return texts;
    }

    /// <summary>The notes of some hashes, those removed with the reason; unknown ones are left out.</summary>
    public IReadOnlyDictionary<string, NoteText> Find(IEnumerable<string> hashes)
    {
        var notes = new Dictionary<string, NoteText>(StringComparer.Ordinal);
        using var connection = database.Connect();
        foreach (var some in hashes.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT hash, text, removed_because, removed_by, removed_at FROM contents WHERE hash IN ({string.Join(",", some.Select((_, i) => $"@p{i}"))})";
            foreach (var (i, hash) in some.Index()) command.Set($"@p{i}", hash);
            using var reader = command.ExecuteReader();
            while (reader.Read()) notes[reader.GetString(0)] = new(reader.IsDBNull(1) ? null : reader.GetString(1), Removal.Read(reader, 2));
        }
        return notes;
    }

    /// <summary>Takes a text away for good; its hash, the reason, by whom and when stay. False when it is not there (any more).</summary>
    public bool Remove(string hash, string because, string by)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE contents SET text = NULL, removed_because = @because, removed_by = @by, removed_at = @at WHERE hash = @hash AND text IS NOT NULL";
        command.Set("@hash", hash);
        command.Set("@because", because);
        command.Set("@by", by);
        command.Set("@at", time.GetUtcNow().ToUnixTimeMilliseconds());
        return command.ExecuteNonQuery() > 0;
    }

    /// <summary>Whether a text was removed: written once more it would bring the old one back, so that it is refused.</summary>
    internal static bool IsRemoved(DbConnection connection, DbTransaction transaction, string text)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT count(*) FROM contents WHERE hash = @hash AND text IS NULL";
        command.Set("@hash", HashOf(text));
        return command.Whole() > 0;
    }

    /// <summary>Keeps a text within the transaction of its entry; one that was removed stays removed.</summary>
    internal static string Put(DbConnection connection, DbTransaction transaction, string text)
    {
        var hash = HashOf(text);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO contents (hash, text) VALUES (@hash, @text) ON CONFLICT (hash) DO NOTHING";
        command.Set("@hash", hash);
        command.Set("@text", text);
        command.ExecuteNonQuery();
        return hash;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

using Microsoft.Data.Sqlite;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Storage.Contents;

/// <summary>Files beside the ledger, by hash, outside anything a web server serves by itself (rule 9).</summary>
public sealed class FileStore
{
    /// <summary>Keeps the names of an entry's files within its transaction.</summary>
    internal static void Attach(SqliteConnection connection, SqliteTransaction transaction, long seq, ValueList<FileReference> files)
    {
        foreach (var file in files)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO attachments (seq, hash, name) VALUES ($seq, $hash, $name) ON CONFLICT DO NOTHING";
            command.Parameters.AddWithValue("$seq", seq);
            command.Parameters.AddWithValue("$hash", file.Hash);
            command.Parameters.AddWithValue("$name", file.Name);
            command.ExecuteNonQuery();
        }
    }
}

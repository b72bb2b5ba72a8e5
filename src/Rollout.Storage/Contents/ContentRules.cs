using Microsoft.Data.Sqlite;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Storage.Contents;

/// <summary>What may stand beside an entry, asked within its transaction, so that nothing is removed or dropped in between.</summary>
internal static class ContentRules
{
    /// <summary>Why a note or files cannot be kept with an entry; null when they can.</summary>
    public static Refusal? Refuse(SqliteConnection connection, SqliteTransaction transaction, string? note, ValueList<FileReference> files)
    {
        if (!string.IsNullOrWhiteSpace(note) && NoteStore.IsRemoved(connection, transaction, note.Trim())) return Refusal.Rule("content.removed");
        if (files.Count > FileStore.MostFiles) return Refusal.Rule("file.tooMany", $"{FileStore.MostFiles}");
        foreach (var file in files)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT removed_because IS NOT NULL FROM files WHERE hash = $hash";
            command.Parameters.AddWithValue("$hash", file.Hash);
            if (command.ExecuteScalar() is not long removed) return Refusal.Rule("file.unknown", file.Name);
            if (removed != 0) return Refusal.Rule("content.removed");
        }
        return null;
    }
}

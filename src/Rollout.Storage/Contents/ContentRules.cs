using System.Data.Common;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Contents;

/// <summary>What may stand beside an entry, asked within its transaction, so that nothing is removed or dropped in between.</summary>
internal static class ContentRules
{
    /// <summary>Why a note or files cannot be kept with an entry; null when they can.</summary>
    public static Refusal? Refuse(DbConnection connection, DbTransaction transaction, string? note, ValueList<FileReference> files)
    {
        if (!string.IsNullOrWhiteSpace(note) && NoteStore.IsRemoved(connection, transaction, note.Trim())) return Refusal.Rule("content.removed");
        if (files.Count > FileStore.MostFiles) return Refusal.Rule("file.tooMany", $"{FileStore.MostFiles}");
        foreach (var file in files)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "SELECT CASE WHEN removed_because IS NULL THEN 0 ELSE 1 END FROM files WHERE hash = @hash";
            command.Set("@hash", file.Hash);
            if (command.Whole() is not { } removed) return Refusal.Rule("file.unknown", file.Name);
            if (removed != 0) return Refusal.Rule("content.removed");
        }
        return null;
    }
}

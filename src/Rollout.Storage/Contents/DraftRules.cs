using System.Globalization;
using Rollout.Core.Steps;

namespace Rollout.Storage.Contents;

/// <summary>Whether a draft can be kept. What the step's own rules would say to the report is asked when the office submits it.</summary>
public static class DraftRules
{
    /// <summary>The draft with its files' names made harmless, or why it cannot be kept.</summary>
    public static (ReportDraft? Draft, Refusal? Refusal) Check(ReportDraft draft, FileStore files, DateTimeOffset now)
    {
        if (draft.IsEmpty) return (null, Refusal.Rule("draft.empty"));
        if (draft.At > now) return (null, Refusal.Rule("at.future", now.ToString("O", CultureInfo.InvariantCulture)));
        if (draft.Files.Count > FileStore.MostFiles) return (null, Refusal.Rule("file.tooMany", $"{FileStore.MostFiles}"));
        var cleaned = new List<FileReference>();
        foreach (var file in draft.Files)
        {
            if (files.Find(file.Hash) is not { } found || FileKind.Find(found.MediaType) is not { } kind) return (null, Refusal.Rule("file.unknown", file.Name));
            if (found.Removal is not null) return (null, Refusal.Rule("content.removed"));
            cleaned.Add(file with { Name = FileNames.Clean(file.Name, kind) });
        }
        return (draft with { Files = [.. cleaned] }, null);
    }
}

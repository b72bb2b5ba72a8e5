using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Steps;

namespace Rollout.Storage.Contents;

/// <summary>Whether a draft can be kept. What the step's own rules would say to the report is asked when the office submits it.</summary>
public static class DraftRules
{
    // A time of day without its offset would mean another instant on another machine.
    private static readonly string[] Instants =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>Reads since when a report holds: the beginning of a day, or an instant with its offset; null when nothing is said, false when it is neither.</summary>
    public static bool TrySince(string? text, out DateTimeOffset? since)
    {
        since = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) since = HanoiTime.StartOf(day);
        else if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact)) since = HanoiTime.Local(exact);
        return since is not null;
    }

    /// <summary>A document of which something is known; null otherwise.</summary>
    public static DocumentReference? Document(string? number, string? issuer, string? date)
    {
        var document = new DocumentReference(number?.Trim() ?? "", issuer?.Trim() ?? "", date?.Trim() ?? "");
        return document == new DocumentReference("", "", "") ? null : document;
    }

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

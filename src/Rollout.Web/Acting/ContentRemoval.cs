using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;

namespace Rollout.Web.Acting;

/// <summary>Rule 9: an administrator takes a note or a file away with a reason; the ledger stays as it is, and the security log says who did it.</summary>
public sealed class ContentRemoval(NoteStore notes, FileStore files, SecurityLog log)
{
    private const string Kind = "removal";

    /// <summary>Takes a note's text away; what was removed before stays removed as it was.</summary>
    /// <param name="person">Who asks, as the accounts have them now.</param>
    /// <param name="hash">The note's hash.</param>
    /// <param name="reason">Why.</param>
    /// <param name="address">Where the request came from; empty in a circuit.</param>
    /// <returns>Why not; null when it is gone.</returns>
    public Refusal? RemoveNote(Person person, string hash, string? reason, string address) => Remove(person, "note", hash, reason, address, notes.Remove);

    /// <summary>Takes a file's bytes and names away.</summary>
    /// <inheritdoc cref="RemoveNote"/>
    public Refusal? RemoveFile(Person person, string hash, string? reason, string address) =>
        person.IsAdministrator && files.IsPublished(hash) ? Refusal.Rule("file.published") : Remove(person, "file", hash, reason, address, files.Remove);

    private Refusal? Remove(Person person, string what, string hash, string? reason, string address, Func<string, string, string, bool> remove)
    {
        if (!person.IsAdministrator) return Refusal.Forbidden("actor.administrator");
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.Rule("note.required");
        if (remove(hash, reason.Trim(), person.Name)) log.Write(Kind, $"{what} {hash}", person.Name, address, reason.Trim());
        return null;
    }
}

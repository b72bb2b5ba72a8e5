using System.Security.Cryptography;
using Rollout.Core.Publications;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;

namespace Rollout.Storage.Publications;

/// <summary>Walks everything that was published: the chain of events, the chain of editions, and the bytes of their files.</summary>
public sealed class PublicationCheck(RolloutDatabase database, StorageOptions options)
{
    /// <summary>Checks all of it.</summary>
    /// <returns>How many events and editions there are, and the first thing that does not hold: an event, an edition or a file; null when all does.</returns>
    public async Task<(long Events, long Editions, string? Broken)> RunAsync(CancellationToken ct)
    {
        // A folder that an older program has written knows of no publications.
        if (!Known()) return (0, 0, null);
        var shelf = new PublicationBook(database).Current();
        if (shelf.BrokenAt is { } seq) return (shelf.Seq, 0, $"publication_events {seq}");
        var editions = shelf.All.Values.Where(p => p.Letter is not null).ToList();
        foreach (var programme in editions.GroupBy(p => p.Programme, StringComparer.Ordinal))
            if (EditionHash.FirstBroken(programme) is { } broken) return (shelf.Seq, editions.Count, $"publication {broken.Id}");
        var vault = new FileVault(options.Folder);
        foreach (var (edition, file) in editions.SelectMany(e => e.Letter!.Files.Concat(e.SignedFiles).Select(f => (e, f))))
            if (!await HoldsAsync(vault, file.Hash, ct)) return (shelf.Seq, editions.Count, $"publication {edition.Id}: {file.Name}");
        return (shelf.Seq, editions.Count, null);
    }

    private bool Known()
    {
        using var connection = database.Connect();
        return database.Knows(connection, "publication_events");
    }

    private static async Task<bool> HoldsAsync(FileVault vault, string hash, CancellationToken ct)
    {
        await using var content = vault.Open(hash);
        return content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) == hash;
    }
}

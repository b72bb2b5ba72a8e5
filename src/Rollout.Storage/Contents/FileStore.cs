using System.Data.Common;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;

namespace Rollout.Storage.Contents;

/// <summary>Files beside the ledger, by hash, outside anything a web server serves by itself (rule 9).</summary>
public sealed class FileStore(RolloutDatabase database, StorageOptions options, TimeProvider time)
{
    /// <summary>Bytes that a file may have.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>Files that an entry may have.</summary>
    public const int MostFiles = 10;

    /// <summary>How long a file waits for the entry or draft that names it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private readonly FileVault _vault = new(options.Folder);
    private readonly Lock _keeping = new();

    /// <summary>Keeps a file, or says why not. It is whole under its hash, or not there at all.</summary>
    /// <param name="content">The bytes; read until they are too many.</param>
    /// <param name="name">The name it was given.</param>
    /// <param name="ct">Gives up; nothing is left then.</param>
    public async Task<FileReceipt> SaveAsync(Stream content, string? name, CancellationToken ct)
    {
        await using var arrival = await _vault.ReceiveAsync(content, MostBytes, ct);
        if (arrival is null) return new(null, Said(name), Refusal.Rule("file.tooLarge", Said(name), $"{MostBytes / 1024 / 1024}"));
        if (FileRecognition.Of(arrival.Content) is not { } kind) return new(null, Said(name), Refusal.Rule("file.type", Said(name), FileKind.Accepted));
        var cleaned = FileNames.Clean(name, kind);
        var file = new StoredFile(arrival.Hash, kind.MediaType, arrival.Content.Length, null);
        // Together under one lock, so that pruning never takes the bytes from under a row that is just being written.
        lock (_keeping)
        {
            if (Find(arrival.Hash)?.Removal is not null) return new(null, cleaned, Refusal.Rule("content.removed"));
            arrival.Keep();
            Write(file);
        }
        return new(file, cleaned, null);
    }

    /// <summary>Keeps bytes that the program itself has made: whatever they are, they are not looked into.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="mediaType">What they are.</param>
    /// <param name="ct">Gives up; nothing is left then.</param>
    public async Task<StoredFile> KeepAsync(Stream content, string mediaType, CancellationToken ct)
    {
        await using var arrival = await _vault.ReceiveAsync(content, long.MaxValue, ct) ?? throw new InvalidOperationException("Nothing is too large here.");
        var file = new StoredFile(arrival.Hash, mediaType, arrival.Content.Length, null);
        lock (_keeping)
        {
            arrival.Keep();
            Write(file);
        }
        return file;
    }

    /// <summary>Whether a file belongs to an issued publication, so that nobody can take it away.</summary>
    public bool IsPublished(string hash)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM publication_files WHERE hash = @hash";
        command.Set("@hash", hash);
        return command.Whole() > 0;
    }

    /// <summary>The file of a hash, removed or not; null when there never was one.</summary>
    public StoredFile? Find(string hash)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hash, media_type, size, removed_because, removed_by, removed_at FROM files WHERE hash = @hash";
        command.Set("@hash", hash);
        using var reader = command.ExecuteReader();
        return reader.Read() ? File(reader, 0) : null;
    }

    /// <summary>The files of some entries, by seq; entries without files are left out.</summary>
    public IReadOnlyDictionary<long, IReadOnlyList<AttachedFile>> Of(IEnumerable<long> seqs)
    {
        var files = new Dictionary<long, IReadOnlyList<AttachedFile>>();
        using var connection = database.Connect();
        foreach (var some in seqs.Distinct().Chunk(500))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT a.seq, a.name, f.hash, f.media_type, f.size, f.removed_because, f.removed_by, f.removed_at
                FROM attachments a JOIN files f ON f.hash = a.hash WHERE a.seq IN ({string.Join(',', some)}) ORDER BY a.seq, {database.WrittenOrder("a")}
                """;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                if (!files.TryGetValue(reader.GetInt64(0), out var list)) files[reader.GetInt64(0)] = list = new List<AttachedFile>();
                ((List<AttachedFile>)list).Add(new(reader.GetString(1), File(reader, 2)));
            }
        }
        return files;
    }

    /// <summary>The file of a hash as an entry of a cell holds it; null when none does.</summary>
    public AttachedFile? Of(string programme, StepKey cell, string hash)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT a.name, f.hash, f.media_type, f.size, f.removed_because, f.removed_by, f.removed_at
            FROM attachments a JOIN ledger l ON l.seq = a.seq JOIN files f ON f.hash = a.hash
            WHERE a.hash = @hash AND l.programme = @programme AND l.participant = @participant AND l.phase = @phase AND l.step = @step
            ORDER BY a.seq DESC LIMIT 1
            """;
        command.Set("@hash", hash);
        command.Set("@programme", programme);
        command.Set("@participant", $"{cell.Participant}");
        command.Set("@phase", cell.Phase);
        command.Set("@step", cell.Step);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new(reader.GetString(0), File(reader, 1)) : null;
    }

    /// <summary>The bytes of a file that is there; null otherwise.</summary>
    public Stream? Open(string hash) => Find(hash) is { Removal: null } ? _vault.Open(hash) : null;

    /// <summary>Takes the bytes and the names of a file away for good; the hash, the reason, by whom and when stay. False when there is none.</summary>
    public bool Remove(string hash, string because, string by)
    {
        lock (_keeping)
        {
            using (var connection = database.Connect())
            using (var transaction = database.Write(connection))
            {
                using var command = connection.CreateCommand();
                command.Transaction = transaction;
                command.CommandText = "UPDATE files SET removed_because = @because, removed_by = @by, removed_at = @at WHERE hash = @hash AND removed_because IS NULL AND NOT EXISTS (SELECT 1 FROM publication_files p WHERE p.hash = files.hash)";
                command.Set("@hash", hash);
                command.Set("@because", because);
                command.Set("@by", by);
                command.Set("@at", time.GetUtcNow().ToUnixTimeMilliseconds());
                if (command.ExecuteNonQuery() == 0) return false;
                // A draft that names it is prepared again without it: its name may be somebody's data as well.
                command.CommandText = "UPDATE attachments SET name = '' WHERE hash = @hash";
                command.ExecuteNonQuery();
                Drafts.Drop(database, connection, transaction, hash);
                transaction.Commit();
            }
            // After the row: a crash in between leaves bytes that nobody is given any more, and pruning takes them.
            _vault.Delete(hash);
            return true;
        }
    }

    /// <summary>Drops files that no entry and no draft has named for a day, and what crashes left behind.</summary>
    /// <param name="now">The real present.</param>
    /// <returns>How many files were dropped.</returns>
    public int PruneOrphans(DateTimeOffset now)
    {
        lock (_keeping)
        {
            using var connection = database.Connect();
            // In the queue: no entry names a file between the question and its removal.
            using var transaction = database.Write(connection);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"""
                DELETE FROM files WHERE created_at < @before AND removed_because IS NULL
                  AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.hash = files.hash)
                  AND NOT EXISTS (SELECT 1 FROM drafts d WHERE {database.Holds("d.files", "files.hash")})
                  AND NOT EXISTS (SELECT 1 FROM publication_files p WHERE p.hash = files.hash)
                """;
            command.Set("@before", (now - Patience).ToUnixTimeMilliseconds());
            var dropped = command.ExecuteNonQuery();
            var kept = new HashSet<string>(StringComparer.Ordinal);
            command.CommandText = "SELECT hash FROM files WHERE removed_because IS NULL";
            using (var reader = command.ExecuteReader())
                while (reader.Read()) kept.Add(reader.GetString(0));
            transaction.Commit();
            _vault.Sweep(kept, now - Patience);
            return dropped;
        }
    }

    /// <summary>Keeps the names of an entry's files within its transaction.</summary>
    internal static void Attach(DbConnection connection, DbTransaction transaction, long seq, ValueList<FileReference> files)
    {
        foreach (var file in files)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO attachments (seq, hash, name) VALUES (@seq, @hash, @name) ON CONFLICT DO NOTHING";
            command.Set("@seq", seq);
            command.Set("@hash", file.Hash);
            command.Set("@name", file.Name);
            command.ExecuteNonQuery();
        }
    }

    private void Write(StoredFile file)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        // Brought again, it waits another day for an entry.
        command.CommandText = """
            INSERT INTO files (hash, media_type, size, created_at) VALUES (@hash, @type, @size, @at)
            ON CONFLICT (hash) DO UPDATE SET created_at = excluded.created_at
            """;
        command.Set("@hash", file.Hash);
        command.Set("@type", file.MediaType);
        command.Set("@size", file.Size);
        command.Set("@at", time.GetUtcNow().ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
    }

    private static StoredFile File(DbDataReader row, int column) =>
        new(row.GetString(column), row.GetString(column + 1), row.GetInt64(column + 2), Removal.Read(row, column + 3));

    /// <summary>A name as a refusal repeats it: of no kind yet, but one line.</summary>
    private static string Said(string? name) => Path.GetFileNameWithoutExtension(FileNames.Clean(name + ".pdf", FileKind.Pdf));
}

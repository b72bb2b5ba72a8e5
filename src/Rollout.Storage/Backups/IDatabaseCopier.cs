using System.Collections.Immutable;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>Takes a database into a backup and puts it back; one an engine.</summary>
internal interface IDatabaseCopier
{
    /// <summary>What the database is called within a backup.</summary>
    string FileName { get; }

    /// <summary>The schema's last migration that this program knows.</summary>
    string LastMigration { get; }

    /// <summary>Whether something is there already: a database to take, or in the way of one that shall come.</summary>
    bool IsThere();

    /// <summary>Copies one state of the database into a folder, while others write.</summary>
    Task<(SnapshotFacts? Facts, Message? Why)> TakeAsync(string folder, CancellationToken ct);

    /// <summary>Opens what was copied, so that its ledger, publications and notes can be looked at.</summary>
    /// <param name="backup">Where the copy lies.</param>
    /// <param name="scratch">Where it may be unpacked; the same folder while the backup is being made.</param>
    /// <param name="tables">What it should hold.</param>
    /// <param name="ct">Gives up.</param>
    Task<(RolloutDatabase? Copy, Message? Why)> UnpackAsync(string backup, string scratch, ImmutableArray<TableState> tables, CancellationToken ct);

    /// <summary>Closes what was opened, so that nothing but the copy itself is left.</summary>
    void Close(RolloutDatabase copy, string scratch);

    /// <summary>Puts a copy that was unpacked and closed in its place, all of it or nothing.</summary>
    Task<Message?> PutBackAsync(string backup, string scratch, CancellationToken ct);
}

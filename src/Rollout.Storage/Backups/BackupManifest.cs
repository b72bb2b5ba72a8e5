using System.Collections.Immutable;
using Rollout.Storage.Database;
using Rollout.Storage.Tables;

namespace Rollout.Storage.Backups;

/// <summary>What a backup is and holds; written last, once everything else was looked at.</summary>
public sealed record BackupManifest
{
    /// <summary>The form of backups that this program writes and reads.</summary>
    public const int Current = 1;

    /// <summary>The form it is written in.</summary>
    public required int Form { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>The engine it was taken from; it goes back into the same one.</summary>
    public required StorageProvider Provider { get; init; }

    /// <summary>The engine's version.</summary>
    public required string Engine { get; init; }

    /// <summary>When it was begun: everything acknowledged before is in it.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The schema's last migration.</summary>
    public required string LastMigration { get; init; }

    /// <summary>The ledger's last entry; 0 when it has none.</summary>
    public required long LedgerSeq { get; init; }

    /// <summary>The hash of that entry.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>How many events of publications there are.</summary>
    public required long PublicationSeq { get; init; }

    /// <summary>What each table holds.</summary>
    public required ImmutableArray<TableState> Tables { get; init; }

    /// <summary>Its files, this one apart.</summary>
    public required ImmutableArray<BackupPart> Parts { get; init; }

    /// <summary>How long all its files are together.</summary>
    public long Bytes => Parts.Sum(p => p.Bytes);

    /// <summary>How many rows a table has.</summary>
    public long Rows(string table) => Tables.FirstOrDefault(t => t.Table == table)?.Rows ?? 0;
}

using System.Data.Common;

namespace Rollout.Storage.Contents;

/// <summary>That a note or a file was taken away (rule 9); the hash in the ledger stays.</summary>
/// <param name="Because">The reason.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When; null where it is not known.</param>
public sealed record Removal(string Because, string By, DateTimeOffset? At)
{
    /// <summary>Reads reason, author and time from three columns; null while nothing was removed.</summary>
    internal static Removal? Read(DbDataReader row, int column) => row.IsDBNull(column) ? null : new(
        row.GetString(column), row.IsDBNull(column + 1) ? "" : row.GetString(column + 1),
        row.IsDBNull(column + 2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column + 2)).ToOffset(Core.Calendar.HanoiTime.Offset));
}

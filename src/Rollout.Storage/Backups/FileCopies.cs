using System.Security.Cryptography;

namespace Rollout.Storage.Backups;

/// <summary>Copies files so that they are on the disk when it says so, and tells what is there.</summary>
internal static class FileCopies
{
    private const int Portion = 128 * 1024;

    /// <summary>Copies a file; false when there is none.</summary>
    public static async Task<bool> CopyAsync(string from, string to, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        try
        {
            await using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Portion, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await using var copy = new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.None, Portion, FileOptions.Asynchronous);
            await source.CopyToAsync(copy, Portion, ct);
            await copy.FlushAsync(ct);
            copy.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>A file as it lies on the disk, by a path that starts at a folder; null when there is none.</summary>
    public static async Task<BackupPart?> ReadAsync(string folder, string path, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(Path.Combine(folder, path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Portion, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return new(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Where the file of a hash lies within a data folder, and within a backup.</summary>
    public static string PathOf(string hash) => $"files/{hash[..2]}/{hash}";
}

using System.Buffers;
using System.Security.Cryptography;

namespace Rollout.Storage.Contents;

/// <summary>
/// The files on the disk: <c>files/ab/HASH</c> under the data folder. A file arrives under a name of its own, is synchronised and renamed:
/// under its hash stands all of it or nothing.
/// </summary>
internal sealed class FileVault(string dataFolder)
{
    private const int Portion = 64 * 1024;
    private readonly string _folder = Path.Combine(dataFolder, "files");

    private string Arrivals => Path.Combine(_folder, "arriving");

    /// <summary>Takes bytes in while hashing them; null, and nothing left, when they are too many.</summary>
    public async Task<FileArrival?> ReceiveAsync(Stream content, long most, CancellationToken ct)
    {
        Directory.CreateDirectory(Arrivals);
        var path = Path.Combine(Arrivals, $"{Guid.NewGuid():N}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, Portion, FileOptions.Asynchronous);
        var arrival = new FileArrival(path, file);
        try
        {
            if (await HashAsync(content, file, most, ct) is not { } hash)
            {
                await arrival.DisposeAsync();
                return null;
            }
            arrival.Arrived(hash, PathOf(hash));
            return arrival;
        }
        catch
        {
            await arrival.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bytes of a hash; null when they are not here.</summary>
    public Stream? Open(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Portion, FileOptions.Asynchronous);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes the bytes of a hash away.</summary>
    public void Delete(string hash)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(hash)))) File.Delete(PathOf(hash));
    }

    /// <summary>Drops what stands on the disk without being known, once it is old enough not to be under way.</summary>
    public void Sweep(IReadOnlySet<string> known, DateTimeOffset before)
    {
        if (!Directory.Exists(_folder)) return;
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            if (!known.Contains(Path.GetFileName(path)) && File.GetLastWriteTimeUtc(path) < before.UtcDateTime) File.Delete(path);
    }

    private string PathOf(string hash) => Path.Combine(_folder, hash[..2], hash);

    private static async Task<string?> HashAsync(Stream content, FileStream file, long most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            for (long sum = 0; await content.ReadAsync(portion, ct) is > 0 and var read;)
            {
                if ((sum += read) > most) return null;
                hash.AppendData(portion, 0, read);
                await file.WriteAsync(portion.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

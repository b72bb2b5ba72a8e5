using System.IO.Compression;

namespace Rollout.Documents.Packages;

/// <summary>Makes an Office package depend on its content alone.</summary>
internal static class FixedPackage
{
    // The first day a zip entry can bear.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package with fixed entry times and order: the SDK stamps each entry with the wall clock.</summary>
    public static void Copy(Stream package, Stream output)
    {
        using var copy = new MemoryStream();
        package.Position = 0;
        using (var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Programs that guess a file's type look at the content types first; "[" sorts after capitals, so it is named.
            foreach (var entry in source.Entries
                .OrderBy(e => e.FullName is not "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
                CopyEntry(entry, target);
        }
        copy.Position = 0;
        copy.CopyTo(output);
    }

    private static void CopyEntry(ZipArchiveEntry entry, ZipArchive target)
    {
        var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Epoch;
        copy.ExternalAttributes = 0;
        using var from = entry.Open();
        using var to = copy.Open();
        from.CopyTo(to);
    }
}

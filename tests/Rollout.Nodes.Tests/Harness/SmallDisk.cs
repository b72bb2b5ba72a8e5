using System.Diagnostics;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>A disk in memory, small enough to be filled; only root can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly bool _mounted;

    public SmallDisk(int megabytes)
    {
        _mounted = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", Folder);
        if (_mounted) return;
        Directory.Delete(Folder);
        Assert.Skip("A small disk cannot be mounted: only root may");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("rollout-disk-").FullName;

    private string Filling => Path.Combine(Folder, "filling");

    /// <summary>Leaves not a byte.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filling, FileMode.Append, FileAccess.Write, FileShare.Read, 0);
        foreach (var size in (int[])[1024 * 1024, 4096])
            try
            {
                for (var bytes = new byte[size]; ;) file.Write(bytes);
            }
            catch (IOException)
            {
                // Full.
            }
    }

    /// <summary>Makes room.</summary>
    public void Free() => File.Delete(Filling);

    public void Dispose()
    {
        if (!_mounted) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

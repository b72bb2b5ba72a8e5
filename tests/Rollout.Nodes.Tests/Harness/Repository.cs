using System.Net;
using System.Net.Sockets;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    /// <summary>The program, built with the same configuration as these tests.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "Rollout.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, new DirectoryInfo(AppContext.BaseDirectory).Name);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Rollout.sln")) ? folder.FullName : Find(folder.Parent ?? throw new DirectoryNotFoundException("Rollout.sln"));
}

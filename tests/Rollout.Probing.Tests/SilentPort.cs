using System.Net;
using System.Net.Sockets;

namespace Rollout.Probing.Tests;

/// <summary>A port at which connections are never answered: its queue is full and nobody takes from it, as behind a firewall that drops.</summary>
internal sealed class SilentPort : IAsyncDisposable
{
    private readonly List<Socket> _sockets = [];

    private SilentPort(IPAddress address, int port)
    {
        var listener = NewSocket();
        listener.Bind(new IPEndPoint(address, port));
        listener.Listen(0);
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public static async Task<SilentPort> OpenAsync(IPAddress? address = null, int port = 0)
    {
        address ??= IPAddress.Loopback;
        var silent = new SilentPort(address, port);
        // A queue of nought still holds one.
        await silent.NewSocket().ConnectAsync(new IPEndPoint(address, silent.Port));
        return silent;
    }

    public ValueTask DisposeAsync()
    {
        _sockets.ForEach(s => s.Dispose());
        return ValueTask.CompletedTask;
    }

    private Socket NewSocket()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets.Add(socket);
        return socket;
    }
}

using System.Net;
using System.Net.Sockets;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// A road between two processes that can be cut: <see cref="Drop"/> closes what is open and refuses what comes, <see cref="Stall"/> takes
/// everything that is on its way and hands on nothing, <see cref="Heal"/> hands on again what was held. Of several ends the first that answers is taken, as a
/// proxy before several nodes does.
/// </summary>
internal sealed class Cut : IDisposable
{
    private const int Queue = 512;
    private const int Fillers = 4;
    private static readonly TaskCompletionSource Open = Opened();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int[] _ends;
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private volatile bool _dropped;
    private volatile TaskCompletionSource _road = Open;

    public Cut(params int[] ends)
    {
        _ends = ends;
        _listener.Start(Queue);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Drop()
    {
        _dropped = true;
        CloseAll();
    }

    public void Stall()
    {
        _road = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // Whoever comes now is not even answered: the queue of a listener that takes nobody is full after these.
        _listener.Server.Listen(0);
        for (var i = 0; i < Fillers; i++) _ = KnockAsync();
    }

    public void Heal()
    {
        _dropped = false;
        if (_road != Open) _listener.Server.Listen(Queue);
        var road = _road;
        _road = Open;
        road.TrySetResult();
    }

    public void Dispose()
    {
        Heal();
        _listener.Dispose();
        CloseAll();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptSocketAsync());
                await _road.Task;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task KnockAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        Keep(socket);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            await _road.Task;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody opened in time.
        }
        Close(socket);
    }

    private async Task CarryAsync(Socket from)
    {
        Keep(from);
        var to = default(Socket);
        try
        {
            await _road.Task;
            if (!_dropped) to = await ReachAsync();
            if (to is null) return;
            Keep(to);
            await Task.WhenAny(PumpAsync(from, to), PumpAsync(to, from));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One of them went away.
        }
        finally
        {
            Close(from);
            Close(to);
        }
    }

    private async Task<Socket?> ReachAsync()
    {
        foreach (var end in _ends)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, end);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
        }
        return null;
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var bytes = new byte[64 * 1024];
        while (await from.ReceiveAsync(bytes) is > 0 and var count)
        {
            await _road.Task;
            for (var sent = 0; sent < count;) sent += await to.SendAsync(bytes.AsMemory(sent, count - sent));
        }
        await _road.Task;
    }

    private void Keep(Socket socket)
    {
        lock (_gate) _sockets.Add(socket);
    }

    private void Close(Socket? socket)
    {
        if (socket is null) return;
        lock (_gate) _sockets.Remove(socket);
        socket.Dispose();
    }

    private void CloseAll()
    {
        lock (_gate)
        {
            foreach (var socket in _sockets) socket.Dispose();
            _sockets.Clear();
        }
    }
}

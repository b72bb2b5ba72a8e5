using System.Net;
using System.Net.Sockets;

namespace Rollout.Probing;

/// <summary>
/// Opens a fresh line to an address: name, guard, connection, TLS. Every check goes through here, so that none gets around the guard, and what
/// the network refuses comes back as a value.
/// </summary>
internal sealed class LineOpener(ProbingOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private readonly AddressGuard _guard = new(options.AllowLoopback);
    private readonly TlsHandshake _handshake = new(new(options.TrustedRoots));
    private readonly SourceAddress _source = new(options.SourceAddress);

    public LineOpener(ProbingOptions options)
        : this(options, Dns.GetHostAddressesAsync)
    {
    }

    public async Task<OpenedLine> OpenAsync(Uri url, bool secure, TimeSpan limit, CheckNotes notes, CancellationToken cancellationToken)
    {
        if (url.Port <= 0 || url.IdnHost.Length == 0) return OpenedLine.Failed(FaultCodes.SelfTarget, url.OriginalString);
        notes.Enter(CheckLeg.Name);
        var (addresses, trouble) = await FindAsync(url.IdnHost, cancellationToken);
        if (trouble is not null) return new(null, trouble);
        notes.Leave();
        notes.Enter(CheckLeg.Connect);
        var line = await ConnectAsync(addresses, url.Port, limit, notes, cancellationToken);
        if (line.Stream is null) return line;
        notes.Leave();
        return secure ? await _handshake.SecureAsync(line.Stream, url.IdnHost, notes, cancellationToken) : line;
    }

    /// <summary>The addresses of a host that may be connected to.</summary>
    private async Task<(IPAddress[] Addresses, Trouble? Trouble)> FindAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
            if (found.Length == 0) return ([], new(FaultCodes.DnsFailed, host));
            var allowed = Array.FindAll(found, _guard.Allows);
            return allowed.Length > 0 ? (allowed, null) : ([], new(FaultCodes.SelfAddressForbidden, $"{host} ({found[0]})"));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return ([], new(FaultCodes.DnsFailed, $"{host} ({(e as SocketException)?.SocketErrorCode})"));
        }
    }

    /// <summary>Tries the addresses in turn; of their failures the most telling one counts.</summary>
    private async Task<OpenedLine> ConnectAsync(
        IPAddress[] addresses, int port, TimeSpan limit, CheckNotes notes, CancellationToken cancellationToken)
    {
        OpenedLine failed = default;
        for (var i = 0; i < addresses.Length; i++)
        {
            notes.Address = new(addresses[i], port);
            var left = addresses.Length - i;
            // Each address but the last gets its share of the time: a dead IPv6 route must not hide a working IPv4 one.
            var share = left == 1 ? Timeout.InfiniteTimeSpan : (limit - TimeSpan.FromSeconds(notes.Seconds)) / left;
            var line = await TryAsync(notes.Address, share, cancellationToken);
            if (line.Stream is not null) return line;
            if (failed.Trouble is null || failed.Trouble.Code == FaultCodes.NetUnreachable) failed = line;
        }
        return failed;
    }

    private async Task<OpenedLine> TryAsync(IPEndPoint address, TimeSpan share, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            _source.Leave(socket);
            await ConnectAsync(socket, address, share, cancellationToken);
            return OpenedLine.To(new NetworkStream(socket, ownsSocket: true));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            return OpenedLine.Failed(FaultCodes.TcpTimeout, address.ToString());
        }
        catch (SocketException e)
        {
            socket.Dispose();
            return OpenedLine.Failed(CodeOf(e.SocketErrorCode), $"{address} ({e.SocketErrorCode})");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task ConnectAsync(Socket socket, IPEndPoint address, TimeSpan share, CancellationToken cancellationToken)
    {
        if (share == Timeout.InfiniteTimeSpan)
        {
            await socket.ConnectAsync(address, cancellationToken);
            return;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(share > TimeSpan.Zero ? share : TimeSpan.Zero);
        await socket.ConnectAsync(address, patience.Token);
    }

    private static string CodeOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => FaultCodes.TcpRefused,
        SocketError.ConnectionReset or SocketError.ConnectionAborted => FaultCodes.TcpReset,
        SocketError.TimedOut => FaultCodes.TcpTimeout,
        SocketError.HostUnreachable or SocketError.HostDown => FaultCodes.TcpUnreachable,
        // What is left (no route, no free port, no handle, no permission) happened before anything left this machine.
        _ => FaultCodes.NetUnreachable,
    };
}

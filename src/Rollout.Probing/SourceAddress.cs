using System.Net;
using System.Net.Sockets;

namespace Rollout.Probing;

/// <summary>Makes lines leave from the address that participants were told, when that is one of this machine's.</summary>
internal sealed class SourceAddress(string? told)
{
    /// <summary>Linux: a bound address takes its port only with the connection, so that thousands of lines do not run out of ports (IP_BIND_ADDRESS_NO_PORT).</summary>
    private const int NoPortYet = 24;

    private readonly Lazy<IPAddress?> _own = new(() => IPAddress.TryParse(told, out var address) && IsOurs(address) ? address : null);

    /// <summary>Binds a socket that is about to connect; one of the other family goes as the system sends it.</summary>
    public void Leave(Socket socket)
    {
        if (told is null || _own.Value is not { } own || own.AddressFamily != socket.AddressFamily) return;
        if (OperatingSystem.IsLinux() && own.AddressFamily == AddressFamily.InterNetwork)
            socket.SetRawSocketOption((int)SocketOptionLevel.IP, NoPortYet, BitConverter.GetBytes(1));
        socket.Bind(new IPEndPoint(own, 0));
    }

    /// <summary>Whoever can bind it has it.</summary>
    private static bool IsOurs(IPAddress address)
    {
        try
        {
            using var trial = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            trial.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rollout.Benchmarks;

/// <summary>A small load: eight kept-alive connections, one request after the other; it shares the machine's cores with the server, as its peer does.</summary>
internal static class Load
{
    private const int Connections = 8;

    public static async Task<double> PerSecondAsync(int port, string path, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(port, path, start, length))));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<int> AskAsync(int port, string path, long start, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = socket.GetStream();
        var buffer = new byte[64 * 1024];
        var count = 0;
        for (; Stopwatch.GetElapsedTime(start) < length; count++)
        {
            await stream.WriteAsync(request);
            var (read, whole) = (0, int.MaxValue);
            while (read < whole)
            {
                var got = await stream.ReadAsync(buffer.AsMemory(read));
                if (got == 0) throw new IOException("The server closed the connection.");
                read += got;
                if (whole == int.MaxValue) whole = Whole(buffer.AsSpan(0, read));
            }
        }
        return count;
    }

    /// <summary>The length of the whole answer once its head is there.</summary>
    private static int Whole(ReadOnlySpan<byte> read)
    {
        var end = read.IndexOf("\r\n\r\n"u8);
        if (end < 0) return int.MaxValue;
        var at = read.IndexOf("Content-Length: "u8) + 16;
        return end + 4 + int.Parse(Encoding.ASCII.GetString(read[at..(at + read[at..].IndexOf((byte)'\r'))]), System.Globalization.CultureInfo.InvariantCulture);
    }
}

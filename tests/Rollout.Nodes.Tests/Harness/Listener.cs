using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>Everybody's system: answers every check with 200 and remembers who was looked at, when, and by which node.</summary>
internal sealed class Listener : IDisposable
{
    private const int Hosts = 24;
    private readonly TcpListener _listener = new(IPAddress.Any, 0);

    public Listener()
    {
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public ConcurrentQueue<Look> Looks { get; } = [];

    /// <summary>The address of a participant: its host is one of a few, so that they fall into different shards and several share each.</summary>
    public Uri AddressOf(string code, int number) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.{1 + (number % Hosts)}.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{code}"));

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
            try
            {
                using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                while (await reader.ReadLineAsync() is { } request)
                {
                    var (host, node) = ("", "");
                    while (await reader.ReadLineAsync() is { Length: > 0 } header)
                    {
                        if (header.StartsWith("Host:", StringComparison.OrdinalIgnoreCase)) host = header[5..].Trim();
                        if (header.StartsWith("User-Agent:", StringComparison.OrdinalIgnoreCase)) node = header[11..].Trim();
                    }
                    Looks.Enqueue(new(request.Split(' ')[1].Trim('/'), host, node, DateTimeOffset.UtcNow));
                    await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
                }
            }
            catch (IOException)
            {
                // Whoever looked was killed.
            }
    }

    /// <summary>One look.</summary>
    /// <param name="Code">At whom.</param>
    /// <param name="Host">The host and port it was asked under.</param>
    /// <param name="Node">By which node.</param>
    /// <param name="At">When.</param>
    public sealed record Look(string Code, string Host, string Node, DateTimeOffset At);
}

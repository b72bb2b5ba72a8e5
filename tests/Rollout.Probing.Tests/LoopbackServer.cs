using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Rollout.Probing.Tests;

/// <summary>A server on loopback that does what the test says with every connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Task> _lines = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public LoopbackServer(Func<Stream, CancellationToken, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    /// <summary>The head of each request, as it came.</summary>
    public ConcurrentQueue<string> Heads { get; } = new();

    public int Connections { get; private set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Reads a request and answers it with these words.</summary>
    public static LoopbackServer Answering(string answer) => Answering(_ => answer);

    public static LoopbackServer Answering(Func<string, string> answer)
    {
        LoopbackServer? server = null;
        server = new(async (line, token) =>
        {
            var head = await ReadHeadAsync(line, token);
            server!.Heads.Enqueue(head);
            await line.WriteAsync(Encoding.UTF8.GetBytes(answer(head)), token);
        });
        return server;
    }

    /// <summary>Does the same behind TLS.</summary>
    public static LoopbackServer Secure(SslServerAuthenticationOptions options, Func<Stream, CancellationToken, Task> serve) =>
        new(async (line, token) =>
        {
            await using var secured = new SslStream(line);
            await secured.AuthenticateAsServerAsync(options, token);
            await serve(secured, token);
        });

    public static string Http(string body, string status = "200 OK", string headers = "Content-Type: application/json") =>
        $"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public static async Task<string> ReadHeadAsync(Stream line, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await line.ReadAsync(buffer, cancellationToken);
            if (read == 0) throw new IOException("No more of the head");
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return head.ToString();
    }

    public Uri Url(string scheme = "http", string path = "/", string host = "127.0.0.1") => new($"{scheme}://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        await Task.WhenAll(_lines);
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<Stream, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                var line = await _listener.AcceptSocketAsync(_stop.Token);
                Connections++;
                _lines.Add(ServeAsync(line, serve));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket, Func<Stream, CancellationToken, Task> serve)
    {
        using var line = socket;
        try
        {
            await using var stream = new NetworkStream(socket);
            await serve(stream, _stop.Token);
            // Bytes of the request that nobody read would turn the end of the line into a reset.
            if (socket.Connected) socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (
            e is IOException or OperationCanceledException or AuthenticationException or SocketException or ObjectDisposedException)
        {
            // The prober went away, or did not like us.
        }
    }
}

using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Rollout.Benchmarks;

/// <summary>
/// One page that stands open, without a browser: the page is fetched, its components ask for a circuit, every batch is acknowledged, and the
/// script's answers to calls are given. Compression is offered as browsers do.
/// </summary>
internal sealed class OpenPage : IDisposable
{
    private const int Completion = 3, CallOfServer = 1, Closing = 7;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource<string> _circuit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] _read = new byte[4096];
    private int _length;
    private bool _leaving;

    /// <summary>What happened to it that should not have; null while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>Bytes of all batches so far.</summary>
    public long Received { get; private set; }

    /// <summary>Batches so far.</summary>
    public int Batches { get; private set; }

    /// <summary>Called with every batch, at once.</summary>
    public required Action<OpenPage, ReadOnlyMemory<byte>> OnBatch { get; init; }

    /// <summary>Opens the page; comes back when the circuit has drawn it.</summary>
    public async Task OpenAsync(HttpClient http, Uri address)
    {
        using var answer = await http.GetAsync(address);
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";
        using var negotiation = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/_blazor/negotiate?negotiateVersion=1")) { Headers = { { "Cookie", cookies } } };
        using var negotiated = await http.SendAsync(negotiation);
        using var said = JsonDocument.Parse(await negotiated.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
        _socket.Options.SetRequestHeader("Cookie", cookies);
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        _socket.Options.DangerousDeflateOptions = new();
        await _socket.ConnectAsync(
            new($"ws://{address.Authority}/_blazor?id={Uri.EscapeDataString(said.RootElement.GetProperty("connectionToken").GetString()!)}"), CancellationToken.None);
        await SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e'));
        _ = ListenAsync();
        await SendAsync(HubCall.Of("0", "StartCircuit", $"{address.Scheme}://{address.Authority}/", $"{address}", "[]", ""));
        await _circuit.Task;
        await SendAsync(HubCall.Of(null, "UpdateRootComponents", Markers.Operations(page), Markers.State(page)));
        await _shown.Task;
    }

    /// <summary>Tells the server that somebody is there, as the script does every quarter of a minute.</summary>
    public Task PingAsync() => Failure is null ? SendAsync(HubCall.Ping) : Task.CompletedTask;

    /// <summary>The page is closed without a word, as a browser's tab is.</summary>
    public void Dispose()
    {
        _leaving = true;
        _socket.Dispose();
        _turn.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            await ReceiveAsync();
            var end = _read.AsSpan(0, _length).IndexOf((byte)0x1E);
            if (end != 2) throw new InvalidDataException($"The handshake was answered with {Encoding.UTF8.GetString(_read, 0, _length)}.");
            Forget(end + 1);
            while (true)
            {
                while (Next(out var start, out var length))
                {
                    if (Handle(_read.AsMemory(start, length)) is { } reply) await SendAsync(reply);
                    Forget(start + length);
                }
                await ReceiveAsync();
            }
        }
        catch (Exception e)
        {
            if (!_leaving) Fail($"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>Reads what has come behind what is there.</summary>
    private async Task ReceiveAsync()
    {
        if (_read.Length - _length < 1024) Array.Resize(ref _read, _read.Length * 2);
        var got = await _socket.ReceiveAsync(_read.AsMemory(_length), CancellationToken.None);
        if (got.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException("The server closed the connection.");
        _length += got.Count;
    }

    /// <summary>Whether a whole message is there, and where; its length stands before it, seven bits a byte.</summary>
    private bool Next(out int start, out int length)
    {
        (start, length) = (0, 0);
        for (var shift = 0; start < _length; shift += 7)
        {
            var part = _read[start++];
            length |= (part & 0x7F) << shift;
            if (part < 0x80) return _length - start >= length;
        }
        return false;
    }

    private void Forget(int count)
    {
        _read.AsSpan(count, _length - count).CopyTo(_read);
        _length -= count;
    }

    /// <summary>Does what a message says, and gives back what it wants to hear.</summary>
    private byte[]? Handle(ReadOnlyMemory<byte> message)
    {
        var reader = new PackReader(message.Span);
        reader.Array();
        var kind = reader.Number();
        if (kind == Closing) throw new InvalidOperationException("The server says that it closes.");
        if (kind is not (Completion or CallOfServer)) return null;
        reader.NoHeaders();
        var id = reader.Text();
        if (kind == CallOfServer) return Call(ref reader);
        if (reader.Number() != 3) throw new InvalidOperationException($"Call {id} failed: {reader.Text()}");
        _circuit.SetResult(reader.Text() ?? throw new InvalidOperationException("There is no circuit."));
        return null;
    }

    private byte[]? Call(ref PackReader reader)
    {
        var target = reader.Text();
        reader.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                var number = reader.Number();
                var batch = reader.Bytes();
                (Received, Batches) = (Received + batch.Length, Batches + 1);
                OnBatch(this, batch.ToArray());
                return HubCall.Of(null, "OnRenderCompleted", number, null);
            case "JS.BeginInvokeJS":
                var call = reader.Number();
                reader.Text();
                reader.Text();
                // A module, or an object of one, is asked for by its number; everything else is answered with nothing.
                var result = reader.Number() == 1 ? $$"""{"__jsObjectId":{{call}}}""" : "null";
                return call == 0 ? null : HubCall.Of(null, "EndInvokeJSFromDotNet", call, true, $"[{call},true,{result}]");
            case "JS.EndUpdateRootComponents":
                _shown.TrySetResult();
                return null;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {reader.Text()}");
            default:
                return null;
        }
    }

    private async Task SendAsync(byte[] message)
    {
        await _turn.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Fail(string why)
    {
        Failure ??= why;
        _circuit.TrySetException(new InvalidOperationException(why));
        _shown.TrySetException(new InvalidOperationException(why));
    }
}

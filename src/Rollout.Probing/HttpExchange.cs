using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Rollout.Probing;

/// <summary>
/// One HTTP/1.1 request over a line of its own. The line is opened first and handed to the client with the request, so that the network's
/// refusals are values and the legs are timed; nothing is kept, followed, decompressed, remembered or sent through a proxy.
/// </summary>
internal sealed class HttpExchange(LineOpener opener, string userAgent) : IDisposable
{
    /// <summary>What is read of a body at most.</summary>
    public const int BodyCap = 64 * 1024;

    private static readonly HttpRequestOptionsKey<Stream?> LineKey = new("rollout.line");

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        // With no lifetime every request has a pool of its own: no line is shared, kept or given to somebody else's request.
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = static (context, _) => ValueTask.FromResult(TakeLine(context.InitialRequestMessage)),
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseDrainSize = 0,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>The answer, or the trouble; the answer is the caller's to dispose.</summary>
    public async Task<(HttpAnswer? Answer, Trouble? Trouble)> SendAsync(
        HttpRequestMessage request, TimeSpan limit, CheckNotes notes, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) return (null, new(FaultCodes.SelfTarget, url.OriginalString));
        var (stream, trouble) = await opener.OpenAsync(url, url.Scheme == Uri.UriSchemeHttps, limit, notes, cancellationToken);
        if (stream is null) return (null, trouble);
        await using var _ = stream;
        Prepare(request, stream);
        notes.Enter(CheckLeg.Answer);
        try
        {
            return (await AskAsync(request, notes, cancellationToken), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // A line that the timeout tore down breaks in many ways; it is the timeout that counts.
            cancellationToken.ThrowIfCancellationRequested();
            if (CodeOf(e, notes) is not { } code) throw;
            return (null, new(code, Excerpt.Of((e.InnerException ?? e).Message)));
        }
    }

    public void Dispose() => _client.Dispose();

    private void Prepare(HttpRequestMessage request, Stream line)
    {
        request.Version = HttpVersion.Version11;
        request.Headers.ConnectionClose = true;
        // Always the same, whatever a programme declares: an operator finds us in the logs by it.
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        request.Options.Set(LineKey, line);
    }

    private async Task<HttpAnswer> AskAsync(HttpRequestMessage request, CheckNotes notes, CancellationToken cancellationToken)
    {
        var response = await _client.SendAsync(request, cancellationToken);
        notes.Leave();
        notes.Enter(CheckLeg.Body);
        var buffer = ArrayPool<byte>.Shared.Rent(BodyCap);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, BodyCap), BodyCap, throwOnEndOfStream: false, cancellationToken);
            return new(response, buffer, length);
        }
        catch
        {
            // The buffer is left to the collector: a read that was cut off may still hold it.
            response.Dispose();
            throw;
        }
    }

    /// <summary>What broke a line in use; null when it is nothing that the other side could have done.</summary>
    private static string? CodeOf(Exception exception, CheckNotes notes)
    {
        if (TlsHandshake.IsAlert(exception) || (notes.CertificateDemanded && notes.Leg == CheckLeg.Answer)) return FaultCodes.TlsRefused;
        var broken = exception as IOException ?? exception.InnerException as IOException;
        return ((exception as HttpRequestException)?.HttpRequestError ?? (broken as HttpIOException)?.HttpRequestError) switch
        {
            HttpRequestError.ResponseEnded => FaultCodes.HttpClosed,
            HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded => FaultCodes.HttpMalformed,
            _ when broken is null => null,
            _ => broken.InnerException is SocketException ? FaultCodes.TcpReset : FaultCodes.HttpClosed,
        };
    }

    /// <summary>
    /// The client tries again by itself when a line ends before the first byte, and asks for a second line: there is none, so that what comes
    /// out is a line that was closed.
    /// </summary>
    private static Stream TakeLine(HttpRequestMessage request)
    {
        if (!request.Options.TryGetValue(LineKey, out var line) || line is null) throw new IOException("The line ended before the answer began");
        request.Options.Set(LineKey, null);
        return line;
    }
}

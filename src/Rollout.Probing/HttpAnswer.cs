using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Rollout.Core.Programmes;

namespace Rollout.Probing;

/// <summary>An answer with what was read of its body. The buffer goes back when it is disposed.</summary>
internal sealed class HttpAnswer(HttpResponseMessage response, byte[] buffer, int length) : IDisposable
{
    public HttpStatusCode Status => response.StatusCode;

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    public MediaTypeHeaderValue? ContentType => response.Content.Headers.ContentType;

    public string? Header(string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    public Observation Observed(ProbeKind kind, CheckNotes notes) => new(kind, notes.Seconds)
    {
        Status = (int)Status,
        CertificateLeft = notes.CertificateLeft,
        Header = Header,
        Body = Body,
        Charset = ContentType?.CharSet,
    };

    /// <summary>What is kept of it. We ask for nothing compressed; what comes so all the same is no text.</summary>
    public string Said(Observation seen) => Header("Content-Encoding") is { Length: > 0 } encoding && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)
        ? $"Content-Encoding: {encoding}"
        : seen.SaidPart.ToString();

    public void Dispose()
    {
        response.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}

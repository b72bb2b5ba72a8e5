using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rollout.Web.Tests.Operations;

/// <summary>What receives OTLP over http/protobuf on a real socket, and reads as much of it as the tests ask for.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Urls.First();

    /// <summary>The names of all measurements that came.</summary>
    public HashSet<string> Metrics =>
    [
        .. from body in Bodies("/v1/metrics")
           from resource in Fields(body, 1) from scope in Fields(resource, 2) from metric in Fields(scope, 2) from name in Fields(metric, 1)
           select Encoding.UTF8.GetString(name.Span),
    ];

    /// <summary>The traces that came.</summary>
    public List<CollectedSpan> Spans =>
    [
        .. from body in Bodies("/v1/traces")
           from resource in Fields(body, 1) from scope in Fields(resource, 2) from span in Fields(scope, 2)
           select new CollectedSpan(Encoding.UTF8.GetString(Fields(span, 5).First().Span), Hex(span, 2), Hex(span, 4), span.ToArray()),
    ];

    /// <summary>Everything that came, as one text.</summary>
    public string Everything => string.Concat(_received.Select(r => Encoding.UTF8.GetString(r.Body)));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/{**path}", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            collector._received.Enqueue((http.Request.Path, body.ToArray()));
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private IEnumerable<ReadOnlyMemory<byte>> Bodies(string path) => _received.Where(r => r.Path == path).Select(r => (ReadOnlyMemory<byte>)r.Body);

    private static string Hex(ReadOnlyMemory<byte> message, int field) => Convert.ToHexString(Fields(message, field).FirstOrDefault().Span);

    /// <summary>The values of a field of a protobuf message: texts, bytes and messages.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int field)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Number(message.Span, ref at);
            switch (tag & 7)
            {
                case 0:
                    Number(message.Span, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    var length = (int)Number(message.Span, ref at);
                    if ((int)(tag >> 3) == field) yield return message.Slice(at, length);
                    at += length;
                    break;
            }
        }
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 127) << shift;
            if (next < 128) return number;
        }
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Rollout.Probing.Tests;

/// <summary>An endpoint of the dossier round trip that keeps what was submitted, and answers as the test says.</summary>
internal sealed class DossierDesk : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    public DossierDesk() => _server = new(async (line, token) =>
    {
        var (method, path, headers, body) = await ReadAsync(line, token);
        var asked = $"{method} {path}";
        Asked.Enqueue((method, path, headers, body));
        var answer = await Answer(asked, headers.GetValueOrDefault("Idempotency-Key", ""), token);
        if (answer.Length > 0) await line.WriteAsync(Encoding.UTF8.GetBytes(answer), token);
    });

    /// <summary>What came in, in order.</summary>
    public ConcurrentQueue<(string Method, string Path, Dictionary<string, string> Headers, string Body)> Asked { get; } = new();

    /// <summary>Dossiers by id that are here now.</summary>
    public ConcurrentDictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

    public Uri Url => _server.Url(path: "/test/dossiers/");

    /// <summary>The answers to the question how it stands, one after the other; the last one stays.</summary>
    public Queue<string> States { get; } = new();

    /// <summary>What is answered instead of the usual, when not null: by the method. An empty answer is a line that is cut.</summary>
    public Func<string, CancellationToken, Task<string?>> Instead { get; set; } = (_, _) => Task.FromResult<string?>(null);

    public IEnumerable<string> Methods => Asked.Select(a => a.Method);

    public static string State(bool arrived, bool synchronised, bool returned, string more = "") =>
        $$"""{"arrived":{{JsonSerializer.Serialize(arrived)}},"synchronised":{{JsonSerializer.Serialize(synchronised)}},"returned":{{JsonSerializer.Serialize(returned)}},"status":"s","result":null{{more}}}""";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<string> Answer(string asked, string key, CancellationToken token)
    {
        var method = asked.Split(' ')[0];
        if (method == "POST") Kept[key] = key;
        var instead = await Instead(method, token);
        if (method == "DELETE" && instead is null) Kept.Remove(asked.Split('/')[^1].Replace("d-", "", StringComparison.Ordinal), out _);
        if (instead is not null) return instead;
        return method switch
        {
            "POST" => LoopbackServer.Http($$"""{"id":"d-{{key}}"}""", "201 Created"),
            "GET" => LoopbackServer.Http(States.Count > 1 ? States.Dequeue() : States.Peek()),
            _ => LoopbackServer.Http("", "204 No Content"),
        };
    }

    private static async Task<(string, string, Dictionary<string, string>, string)> ReadAsync(Stream line, CancellationToken token)
    {
        var all = await LoopbackServer.ReadHeadAsync(line, token);
        var end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var head = all[..end].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = head.Skip(1).Select(h => h.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture);
        var body = all[end..];
        var rest = new byte[length - body.Length];
        await line.ReadExactlyAsync(rest, token);
        var first = head[0].Split(' ');
        return (first[0], first[1], headers, Encoding.UTF8.GetString([.. Encoding.Latin1.GetBytes(body), .. rest]));
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>
/// Other systems that write without pause, each with a text that nobody else writes, through whatever happens to the server and its database;
/// and what each was told.
/// </summary>
internal sealed class Writers : IAsyncDisposable
{
    private const int Count = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<HttpClient> _client;
    private readonly Task _writing;

    /// <param name="client">The system's client; asked each time, since a server may come back elsewhere.</param>
    public Writers(Func<HttpClient> client)
    {
        _client = client;
        _writing = Task.WhenAll(Enumerable.Range(0, Count).Select(WriteAsync));
    }

    /// <summary>What was answered, in the order of coming: which text, with what, after how long, and when.</summary>
    public ConcurrentQueue<Told> Answers { get; } = [];

    public int Acknowledged => Answers.Count(a => a.Status == HttpStatusCode.Created);

    /// <summary>Waits until something written from now on is acknowledged; how long that took.</summary>
    public Task<TimeSpan> GoOnAsync(TimeSpan limit)
    {
        var since = DateTimeOffset.UtcNow;
        return Until.So("writing goes on", limit, () => Answers.Any(a => a.Status == HttpStatusCode.Created && a.Sent > since));
    }

    /// <summary>Stops them, and holds what they were told against what is stored: all that was acknowledged is there, and nothing twice.</summary>
    public async Task CheckAsync(Book book)
    {
        await _stop.CancelAsync();
        await _writing;
        var stored = book.Ledger().Where(e => e.NoteHash is not null).GroupBy(e => e.NoteHash!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        Assert.All(stored, s => Assert.Equal(1, s.Value));
        var lost = Answers.Where(a => a.Status == HttpStatusCode.Created && !stored.ContainsKey(Hash(a.Note))).ToList();
        Assert.True(lost.Count == 0, $"acknowledged and not there: {string.Join(", ", lost)}");
        // What was refused in words was not written; what had no answer is there or not.
        var written = Answers.Where(a => a.Code.Length > 0 && a.Code != "storage.unreachable" && stored.ContainsKey(Hash(a.Note))).ToList();
        Assert.True(written.Count == 0, $"refused and there: {string.Join(", ", written)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _writing;
        _stop.Dispose();
    }

    private static string Hash(string note) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)));

    private async Task WriteAsync(int number)
    {
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            var note = string.Create(CultureInfo.InvariantCulture, $"{number}-{i}-{Guid.NewGuid():N}");
            var (sent, began) = (DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
            try
            {
                using var answer = await Node.CommentAsync(_client(), Wells.Codes[i % Wells.Count], note);
                var code = answer.StatusCode == HttpStatusCode.Created ? "" : await CodeAsync(answer);
                Answers.Enqueue(new(note, answer.StatusCode, code, Stopwatch.GetElapsedTime(began), sent));
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or ObjectDisposedException)
            {
                Answers.Enqueue(new(note, null, "", Stopwatch.GetElapsedTime(began), sent));
            }
            try
            {
                await Task.Delay(Pause, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && JsonDocument.Parse(text).RootElement.TryGetProperty("code", out var code) ? code.GetString()! : $"(no code) {text[..Math.Min(text.Length, 200)]}";
    }

    /// <summary>An answer.</summary>
    /// <param name="Note">To which text.</param>
    /// <param name="Status">With which status; null when there was none.</param>
    /// <param name="Code">With which refusal; empty when it was acknowledged, or there was no answer.</param>
    /// <param name="Took">After how long.</param>
    /// <param name="Sent">When it was asked.</param>
    internal sealed record Told(string Note, HttpStatusCode? Status, string Code, TimeSpan Took, DateTimeOffset Sent);
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Benchmarks;

/// <summary>One signed-in person with cookies of their own, who does one thing after the other and carries the version of the last answer.</summary>
internal sealed partial class Clerk(Part part, int port, ConcurrentQueue<Acknowledged> acknowledged) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10) })
    {
        BaseAddress = new($"http://127.0.0.1:{port}"),
        Timeout = TimeSpan.FromSeconds(30),
    };

    private int _said;

    public Part Part { get; } = part;

    /// <summary>The version of the last answer.</summary>
    public int Version { get; private set; } = part.Version;

    /// <summary>The status to go to next; null for somebody who comments.</summary>
    public StepStatus? Next { get; private set; } = part.First;

    /// <summary>Signs in through the form, as a browser does.</summary>
    public async Task SignInAsync(string password)
    {
        var path = new Uri("/login", UriKind.Relative);
        var token = Token().Match(await _client.GetStringAsync(path)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = token,
            ["userName"] = Part.Name,
            ["password"] = password,
        });
        using var answer = await _client.PostAsync(path, form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{Part.Name} cannot sign in: {answer.StatusCode}.");
    }

    /// <summary>Does the next thing; what is not acknowledged is tried again the next time.</summary>
    public async Task<HttpStatusCode> ActAsync()
    {
        _said++;
        var said = await SayAsync(Part.Cell, Next, Version, Next is null || Part.Noted ? $"{Part.Name} {_said}" : null);
        if (said == HttpStatusCode.Created && Next is { } to) (Version, Next) = (Version + 1, Other(to));
        return said;
    }

    /// <summary>Sends one change, or a comment; 408 when no answer came, 409 also when the answer shows another version than this change makes.</summary>
    public async Task<HttpStatusCode> SayAsync(StepKey key, StepStatus? to, int version, string? note)
    {
        var path = $"/api/v1/programmes/{Country.Programme.Key}/participants/{key.Participant.Code}/phases/{key.Phase}/steps/{key.Step}/{(to is null ? "comments" : "changes")}";
        object body = to is null ? new { Note = note } : new { To = Words.Of(to.Value), Version = version, Note = note };
        try
        {
            using var answer = await _client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
            if (answer.StatusCode != HttpStatusCode.Created) return answer.StatusCode;
            acknowledged.Enqueue(new(key, to is null ? _said : version + 1, Part.Name, to, note));
            var now = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
            return to is null || now == version + 1 ? HttpStatusCode.Created : HttpStatusCode.Conflict;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return HttpStatusCode.RequestTimeout;
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Everybody goes to and fro between what they say first and under way.</summary>
    private StepStatus Other(StepStatus now) => now == StepStatus.InProgress ? Part.First!.Value : StepStatus.InProgress;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}

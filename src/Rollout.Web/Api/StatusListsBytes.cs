using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>
/// The answer of the status lists, made once for a board and language: other systems ask for it all day, and only the instant echoed in it
/// changes from one request to the next.
/// </summary>
public sealed class StatusListsBytes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ConditionalWeakTable<Board, ConcurrentDictionary<(string Phase, string Language), (byte[] Before, byte[] After)>> _made = [];

    /// <summary>Writes the answer for the request's view.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        var view = http.View();
        var (before, after) = Made(view);
        var instant = JsonSerializer.SerializeToUtf8Bytes(view.AsOf, Json);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = before.Length + instant.Length + after.Length;
        var body = http.Response.BodyWriter;
        foreach (var part in (ReadOnlySpan<byte[]>)[before, instant, after])
        {
            part.CopyTo(body.GetSpan(part.Length));
            body.Advance(part.Length);
        }
        await body.FlushAsync(http.RequestAborted);
    }

    private (byte[] Before, byte[] After) Made(BoardView view)
    {
        // What is known from an instant on may change without an entry: then the answer is made afresh.
        if (view.Programme.Phases.Any(p => p.KnownFrom > view.AsOf)) return Make(view);
        return _made.GetOrCreateValue(view.Board).GetOrAdd((view.Phase.Key, Texts.Language), static (_, v) => Make(v), view);
    }

    private static (byte[] Before, byte[] After) Make(BoardView view)
    {
        var lists = StatusLists.Of(view.Board, view.Phase.Key, view.AsOf);
        var head = JsonSerializer.SerializeToUtf8Bytes(new { Programme = view.Programme.Key, Phase = view.Phase.Key }, Json);
        var rest = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                lists.Known,
                Lists = lists.Lists.Select(l => new
                {
                    l.Definition.Number,
                    Title = Texts.Of(l.Definition.Title),
                    l.Count,
                    Participants = l.Participants.Select(Named),
                }),
                Unlisted = lists.Unlisted.Select(Named),
                Unknown = lists.Unknown.Select(Named),
            }, Json);
        return ([.. head.AsSpan(0, head.Length - 1), .. ",\"asOf\":"u8], [.. ","u8, .. rest.AsSpan(1)]);
    }

    private static object Named(Participant p) => new { p.Code, p.Name };
}

using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Probing;

/// <summary>One dossier's way: submitted, followed, and removed whatever came in between. Belongs to one trip.</summary>
internal sealed class DossierCourse(HttpExchange exchange, TimeProvider time, ProbeRequest request, DossierLeg last)
{
    private const int MostSubmissions = 3;
    private const int MostRemovals = 2;
    private const int LongestId = 200;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestExchange = TimeSpan.FromSeconds(10);

    /// <summary>Of its own: what has to be removed is removed after the timeout and after a cancellation too.</summary>
    private static readonly TimeSpan RemovalTime = TimeSpan.FromSeconds(5);

    private readonly string _key = Guid.NewGuid().ToString("N");
    private readonly double?[] _reached = new double?[Enum.GetValues<DossierLeg>().Length];
    private readonly List<string> _said = [];
    private readonly long _start = time.GetTimestamp();
    private CheckNotes _notes = new(time);
    private string? _id;
    private bool _sent;

    /// <summary>How far it has come, by the last readable answer.</summary>
    public DossierState? State { get; private set; }

    /// <summary>What kept us from following it; null when it merely stood still.</summary>
    public Trouble? Trouble { get; private set; }

    /// <summary>The status of the answer that was the trouble; null when there was none.</summary>
    public HttpStatusCode? Status { get; private set; }

    /// <summary>Why it could not be removed; null when it was.</summary>
    public string? Left { get; private set; }

    public bool Reached(DossierLeg leg) => _reached[(int)leg] is not null;

    public async Task RunAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            if (await SubmitAsync(limit, patience.Token)) await FollowAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Followed until the end of our time. Without an answer to go by, the silence itself is the trouble.
            if (State is null) Trouble ??= _notes.TimedOut(limit);
        }
        finally
        {
            if (_sent) await RemoveAsync();
        }
    }

    /// <summary>The finding of one leg: as long as it took until that leg was seen.</summary>
    public ProbeFinding Finding(ProbeRequest of, Fault? fault)
    {
        _notes.Said = string.Join('\n', _said);
        var finding = _notes.Finding(fault);
        var total = _reached[(int)(of.Definition.Leg ?? DossierLeg.Arrived)] ?? time.GetElapsedTime(_start).TotalMilliseconds;
        return finding with { Timings = finding.Timings with { Total = total } };
    }

    private async Task<bool> SubmitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var body = DossierBody.Of(request, _key);
        var share = limit / MostSubmissions < LongestExchange ? limit / MostSubmissions : LongestExchange;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, trouble) = await ExchangeAsync(HttpMethod.Post, request.Target.Url, share, cancellationToken, body);
            if (answer is null)
            {
                if (attempt < MostSubmissions && IsLost(trouble!)) continue;
                Trouble = trouble;
                return false;
            }
            using var _ = answer;
            if (!IsSuccess(answer)) return Fail(answer);
            _id = JsonPath.Read(answer.Body, "$.id").Text;
            if (IsId(_id)) return true;
            (_id, Trouble) = (null, new(FaultCodes.DossierUnreadable, Excerpt.Of(_said[^1])));
            return false;
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            var (answer, trouble) = await ExchangeAsync(HttpMethod.Get, DossierAt(_id!), LongestExchange, cancellationToken);
            using (answer)
            {
                if (answer is null) (Trouble, Status) = (trouble, null);
                else if (Take(answer)) return;
            }
            if (trouble?.Code.StartsWith("self.", StringComparison.Ordinal) == true) return;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Whether there is nothing more to wait for.</summary>
    private bool Take(HttpAnswer answer)
    {
        if (!IsSuccess(answer))
        {
            Fail(answer);
            return answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
        }
        if (DossierState.Read(answer.Body) is not { } state)
        {
            (Trouble, Status) = (new(FaultCodes.DossierUnreadable, Excerpt.Of(_said[^1])), null);
            return false;
        }
        (State, Trouble, Status) = (state, null, null);
        foreach (var leg in Enum.GetValues<DossierLeg>())
            if (state.Reached(leg)) _reached[(int)leg] ??= time.GetElapsedTime(_start).TotalMilliseconds;
        return state.Final || Array.TrueForAll(Enum.GetValues<DossierLeg>(), l => l > last || Reached(l));
    }

    private async Task RemoveAsync()
    {
        using var patience = new CancellationTokenSource(RemovalTime, time);
        try
        {
            for (var attempt = 1; attempt <= MostRemovals; attempt++)
            {
                var (answer, trouble) = await ExchangeAsync(HttpMethod.Delete, DossierAt(_id ?? _key), RemovalTime, patience.Token);
                using var _ = answer;
                if (answer is not null && (IsSuccess(answer) || answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone))
                {
                    Left = null;
                    return;
                }
                Left = _notes.Secrets?.Strike(_said[^1]) ?? _said[^1];
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            Left = FaultCodes.HttpTimeout;
        }
    }

    /// <summary>One request with the declared headers and the key. An answer is the caller's to dispose.</summary>
    private async Task<(HttpAnswer? Answer, Trouble? Trouble)> ExchangeAsync(
        HttpMethod method, Uri url, TimeSpan limit, CancellationToken cancellationToken, string? body = null)
    {
        var notes = new CheckNotes(time);
        // The notes of the submission are the trip's own: how long it took to reach the other side.
        if (method == HttpMethod.Post) _notes = notes;
        using var message = new HttpRequestMessage(method, url);
        if (RequestHeaders.Add(message, request, notes, body) is { } missing) return (null, missing);
        message.Headers.TryAddWithoutValidation("Idempotency-Key", _key);
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            var (answer, trouble) = await exchange.SendAsync(message, limit, notes, patience.Token);
            Note(method, answer is null ? trouble!.Code : $"{(int)answer.Status} {answer.Said(answer.Observed(ProbeKind.Dossier, notes))}");
            return (answer, trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var late = notes.TimedOut(limit);
            Note(method, late.Code);
            return (null, late);
        }
        finally
        {
            _sent |= method == HttpMethod.Post && notes.Leg >= CheckLeg.Answer;
        }
    }

    /// <summary>Of many questions how it stands only the last answer is kept.</summary>
    private void Note(HttpMethod method, string said)
    {
        var line = $"{method} → {Excerpt.Of(said, SaidText.MostBytes / 4)}";
        if (method == HttpMethod.Get && _said.Count > 0 && _said[^1].StartsWith("GET", StringComparison.Ordinal)) _said[^1] = line;
        else _said.Add(line);
    }

    private bool Fail(HttpAnswer answer)
    {
        (Trouble, Status) = (new(FaultCodes.ConditionStatus, Excerpt.Of(_said[^1])), answer.Status);
        return false;
    }

    private Uri DossierAt(string id) =>
        new(request.Target.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + '/' + Uri.EscapeDataString(id) + request.Target.Url.Query);

    /// <summary>Only an answer that was lost on its way is asked for again, with the same key: the dossier may be there already.</summary>
    private bool IsLost(Trouble trouble) => _sent && trouble.Code is FaultCodes.HttpClosed or FaultCodes.HttpTimeout or FaultCodes.TcpReset;

    private static bool IsSuccess(HttpAnswer answer) => (int)answer.Status is >= 200 and <= 299;

    /// <summary>It becomes part of an address that something is deleted at: dots alone would lead elsewhere.</summary>
    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && id.Any(char.IsLetterOrDigit) && !id.Any(char.IsControl);
}

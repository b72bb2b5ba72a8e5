using Rollout.Probing;

namespace Rollout.Web.Operations;

/// <summary>Whether our own network works, looked at now and then: others' addresses are not asked at every question of a proxy.</summary>
public sealed class NetworkState(SelfCheck self, IHostApplicationLifetime life, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private long _askedAt;
    private Task<bool?>? _last;

    /// <summary>True or false; null when there is nothing to reach, or it is not known yet.</summary>
    public async Task<bool?> ReadAsync(CancellationToken ct)
    {
        Task<bool?> answer;
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_askedAt) > Fresh))
                (_askedAt, _last) = (time.GetTimestamp(), self.NetworkWorksAsync(life.ApplicationStopping));
            answer = _last;
        }
        try
        {
            return await answer.WaitAsync(Limit, time, ct);
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}

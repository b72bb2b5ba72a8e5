namespace Rollout.Probing;

/// <summary>
/// Lets so many pieces of work run at once, and of those with the same key one at a time. The urgent go first, each kind in the order in which
/// it came. Waiting for one's key takes no place from others.
/// </summary>
internal sealed class Lanes(int places)
{
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<Lane> _ready = new();
    private readonly Queue<Lane> _readyUrgently = new();
    private int _free = places;
    private int _running;

    private int _waiting;

    /// <summary>Pieces of work that wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Pieces of work under way.</summary>
    public int Running => Volatile.Read(ref _running);

    public async Task<T> RunAsync<T>(string key, bool urgent, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Enter(key, urgent, mine);
        await WaitAsync(mine, cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await work(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(key);
        }
    }

    /// <summary>Whoever gives up while waiting is passed over when its turn comes.</summary>
    private async Task WaitAsync(TaskCompletionSource<bool> mine, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        ProbeMeters.Wait(+1);
        try
        {
            await using (cancellationToken.UnsafeRegister(static turn => ((TaskCompletionSource<bool>)turn!).TrySetCanceled(), mine))
                await mine.Task.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
            ProbeMeters.Wait(-1);
        }
    }

    private void Enter(string key, bool urgent, TaskCompletionSource<bool> mine)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(key, out var lane)) _lanes[key] = lane = new(key);
            (urgent ? lane.Urgent : lane.Ordinary).Enqueue(mine);
            if (!lane.Busy) (urgent ? _readyUrgently : _ready).Enqueue(lane);
            Start();
        }
    }

    private void Leave(string key)
    {
        lock (_lanes)
        {
            var lane = _lanes[key];
            lane.Busy = false;
            _free++;
            _running--;
            if (lane.Urgent.Count > 0) _readyUrgently.Enqueue(lane);
            else if (lane.Ordinary.Count > 0) _ready.Enqueue(lane);
            else _lanes.Remove(key);
            Start();
        }
    }

    /// <summary>Gives free places to lanes that have somebody waiting. A lane may stand in a queue more often than it has people: then it is passed over.</summary>
    private void Start()
    {
        while (_free > 0 && (_readyUrgently.TryDequeue(out var lane) || _ready.TryDequeue(out lane)))
        {
            if (lane.Busy) continue;
            while (lane.Urgent.TryDequeue(out var next) || lane.Ordinary.TryDequeue(out next))
            {
                if (!next.TrySetResult(true)) continue;
                lane.Busy = true;
                _free--;
                _running++;
                break;
            }
            if (!lane.Busy && _lanes.GetValueOrDefault(lane.Key) == lane) _lanes.Remove(lane.Key);
        }
    }

    private sealed class Lane(string key)
    {
        public string Key { get; } = key;

        public bool Busy { get; set; }

        public Queue<TaskCompletionSource<bool>> Urgent { get; } = new();

        public Queue<TaskCompletionSource<bool>> Ordinary { get; } = new();
    }
}

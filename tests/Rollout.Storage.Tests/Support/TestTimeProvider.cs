namespace Rollout.Storage.Tests.Support;

/// <summary>A clock that stands still until a test moves it, backwards too.</summary>
internal sealed class TestTimeProvider(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <summary>What reading the clock throws, to see what a failure no one thought of does.</summary>
    public Exception? Fails { get; set; }

    public override DateTimeOffset GetUtcNow() => Fails is null ? new(Volatile.Read(ref _ticks), TimeSpan.Zero) : throw Fails;

    public void Set(DateTimeOffset now) => Volatile.Write(ref _ticks, now.UtcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

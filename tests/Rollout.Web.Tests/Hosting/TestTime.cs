namespace Rollout.Web.Tests.Hosting;

/// <summary>A clock that goes on only when a test moves it; its timers are real.</summary>
internal sealed class TestTime : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}

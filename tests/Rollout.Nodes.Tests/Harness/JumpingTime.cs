namespace Rollout.Nodes.Tests.Harness;

/// <summary>A wall clock that is wrong by a span, now before and now behind the real one.</summary>
internal sealed class JumpingTime(TimeSpan ahead) : TimeProvider
{
    private int _asked;

    /// <summary>Every few looks it has jumped to the other side.</summary>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ((Interlocked.Increment(ref _asked) / 50 % 2 == 0) ? ahead : -ahead);
}

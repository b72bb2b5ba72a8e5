namespace Rollout.Web.Jobs;

/// <summary>How the scheduled sweep of an interval stands.</summary>
/// <param name="Every">Its interval, real time.</param>
/// <param name="Began">When the latest one began, real time.</param>
/// <param name="Total">How many checks it has.</param>
/// <param name="Done">How many are made.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
/// <param name="Late">By how much the next one waits, or has waited, for it; zero when it is in time.</param>
/// <param name="NetworkOut">Our own network was out: nothing was looked at.</param>
public sealed record SweepState(TimeSpan Every, DateTimeOffset Began, int Total, int Done, DateTimeOffset? Ended, TimeSpan Late, bool NetworkOut)
{
    /// <summary>When it last moved: began, or made a check; real time.</summary>
    public DateTimeOffset Moved { get; init; }
}

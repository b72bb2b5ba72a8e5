using Rollout.Core.Calendar;

namespace Rollout.Storage.Time;

/// <summary>
/// The domain's present: stamps entries and samples and decides staleness, deadlines and as-of. Its own type, so that it is never confused
/// with the <see cref="TimeProvider"/> that cookies, TLS and the scheduler use: the demo runs it 3,600 times as fast.
/// </summary>
public sealed class DomainClock
{
    private readonly DateTimeOffset _realStart;
    private readonly DateTimeOffset _start;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset? _until;

    private readonly double _speed;

    private DomainClock(TimeProvider time, DateTimeOffset start, double speed, DateTimeOffset? until) =>
        (_time, _start, _speed, _until, _realStart) = (time, start, speed, until, time.GetUtcNow());

    /// <summary>Where it stood when it was made.</summary>
    public DateTimeOffset Beginning => _start;

    /// <summary>Until when it runs fast; null when it keeps its pace for ever.</summary>
    public DateTimeOffset? Until => _until;

    /// <summary>How much faster than real time it runs now; 1 once a demo's scenario has ended.</summary>
    public double Speed => _until is null || Fast() < _until ? _speed : 1;

    /// <summary>The present, in whole milliseconds, as clocks in Hà Nội show it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var fast = Fast();
            if (_until is not { } until || fast <= until) return HanoiTime.Local(fast);
            var realEnd = _realStart + ((until - _start) / _speed);
            return HanoiTime.Local(until + (_time.GetUtcNow() - realEnd));
        }
    }

    /// <summary>The real time.</summary>
    public static DomainClock Real(TimeProvider time) => new(time, time.GetUtcNow(), 1, null);

    /// <summary>A clock that starts at an instant and runs fast until another, then at the real pace.</summary>
    public static DomainClock Fast(TimeProvider time, DateTimeOffset start, double speed, DateTimeOffset until) =>
        start < until ? new(time, start, speed, until) : new(time, start, 1, null);

    /// <summary>A real span as this clock counts it.</summary>
    public TimeSpan Domain(TimeSpan real) => real * Speed;

    private DateTimeOffset Fast() => _start + ((_time.GetUtcNow() - _realStart) * _speed);
}

using Quartz;
using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Web.Quiet;

/// <summary>When something begins again, by five fields as crontab has them (minute, hour, day of the month, month, day of the week) at the clock of Asia/Ho_Chi_Minh.</summary>
public sealed class CronTimes
{
    private const string Plain = "0123456789*,/-";

    // The system may know no zones at all; this one has had no other offset since 1975.
    private static readonly TimeZoneInfo HaNoi = TimeZoneInfo.CreateCustomTimeZone("Asia/Ho_Chi_Minh", HanoiTime.Offset, null, null);
    private readonly CronExpression _times;

    private CronTimes(CronExpression times) => _times = times.WithTimeZone(HaNoi);

    /// <summary>Reads an expression; null when it is none.</summary>
    public static CronTimes? Read(string text)
    {
        // The scheduler's own marks (L, W, #, ?, H) mean nothing to whoever knows the five fields.
        var known = text.All(c => c == ' ' || Plain.Contains(c, StringComparison.Ordinal));
        return known && CronExpression.TryParse(text, CronFormat.Unix, out var times) ? new(times!) : null;
    }

    /// <summary>What is wrong with an expression; null when nothing is.</summary>
    public static Message? Mistake(string text) => Read(text) is null ? Message.Of("quiet.cron", text) : null;

    /// <summary>The first beginning after an instant; null when there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset instant) => _times.GetNextValidTimeAfter(instant) is { } next ? HanoiTime.Local(next) : null;
}

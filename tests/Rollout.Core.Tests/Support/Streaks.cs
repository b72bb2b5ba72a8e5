using Rollout.Core.Verification;

namespace Rollout.Core.Tests.Support;

/// <summary>Streaks written as results, five minutes apart: p pass, f and g the participant's system and gateway, c an agency, s ourselves.</summary>
internal static class Streaks
{
    public static readonly DateTimeOffset Start = Times.At("2024-08-01 08:00");

    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static Streak Of(string results) =>
        results.Select((r, i) => (r, i)).Aggregate(Streak.Empty, (s, x) => s.After(Fault(x.r), Start + (Interval * x.i)));

    /// <summary>When the last of these results came.</summary>
    public static DateTimeOffset EndOf(string results) => Start + (Interval * (results.Length - 1));

    private static Fault? Fault(char result) => result switch
    {
        'p' => null,
        'f' => new(FaultOwner.ParticipantSystem, "tcp.refused", "refused"),
        'g' => new(FaultOwner.ParticipantGateway, "xroad.ServiceDisabled", "disabled"),
        'c' => new("ndxp", "http.502", "bad gateway"),
        _ => new(FaultOwner.Self, "dns", "no such host"),
    };
}

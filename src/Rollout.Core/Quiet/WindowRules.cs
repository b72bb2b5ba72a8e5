using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;

namespace Rollout.Core.Quiet;

/// <summary>Who may write maintenance windows, who sees them, and what one must look like. Every mistake is told, with its field and the cure.</summary>
public static class WindowRules
{
    /// <summary>The longest single window: whoever needs more quiet pauses the checks, which everybody sees.</summary>
    public static readonly TimeSpan LongestOnce = TimeSpan.FromDays(31);

    /// <summary>The longest a repeated window may last each time.</summary>
    public static readonly TimeSpan LongestRepeated = TimeSpan.FromDays(2);

    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <summary>Whether somebody may write or end a window of a scope: the administrator any, a participant's contact those of its own.</summary>
    public static bool MayWrite(Mandate mandate, QuietScope scope) => mandate.Kind switch
    {
        ActorKind.Administrator => true,
        ActorKind.Participant => scope.Participant is { } participant && mandate.IsOf(participant),
        _ => false,
    };

    /// <summary>Whether somebody may see a window: where one reads only the own rows, these and what holds for all.</summary>
    public static bool MayRead(Programme programme, Mandate mandate, QuietScope scope) =>
        scope.Participant is null || mandate.MayRead(programme, scope.Participant);

    /// <summary>Every mistake of a window; none when it may be kept.</summary>
    /// <param name="programme">Whose checks are quiet.</param>
    /// <param name="participants">The programme's participants.</param>
    /// <param name="wish">The window.</param>
    /// <param name="now">The domain's present.</param>
    /// <param name="cron">What is wrong with a repetition; null when nothing is.</param>
    public static ImmutableArray<WindowMistake> Check(
        Programme programme, ParticipantSet participants, WindowWish wish, DateTimeOffset now, Func<string, Message?> cron) =>
    [
        .. Places(programme, participants, wish.Scope),
        .. string.IsNullOrWhiteSpace(wish.Cron) ? Once(wish, now) : Repeated(wish, now, cron(wish.Cron.Trim())),
        .. Reason(wish.Reason),
    ];

    /// <summary>The window that a right wish means.</summary>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="wish">The wish.</param>
    /// <param name="now">The domain's present.</param>
    /// <param name="by">Who writes it.</param>
    public static MaintenanceWindow Window(string programme, WindowWish wish, DateTimeOffset now, string by)
    {
        var cron = string.IsNullOrWhiteSpace(wish.Cron) ? null : wish.Cron.Trim();
        return new(0, programme, wish.Scope, wish.From ?? now, wish.Until, cron, cron is null ? null : wish.Lasts, wish.Reason?.Trim() ?? "", by);
    }

    private static IEnumerable<WindowMistake> Places(Programme programme, ParticipantSet participants, QuietScope scope)
    {
        if (scope.Participant is { } id && participants.Find(id) is null)
            yield return new("participant", Message.Of("quiet.participant", id.Code));
        if (scope.Phase is { } phase && programme.FindPhase(phase) is null) yield return Unknown("phase", phase, programme.Phases.Select(p => p.Key));
        if (scope.Role is { } role && !TargetRules.Roles(programme).Contains(role)) yield return Unknown("role", role, TargetRules.Roles(programme));
        if (scope.SystemKey is { } system && programme.Systems.All(s => s.Key != system)) yield return Unknown("system", system, programme.Systems.Select(s => s.Key));
    }

    private static IEnumerable<WindowMistake> Once(WindowWish wish, DateTimeOffset now)
    {
        if (wish.Lasts is not null) yield return new("lasts", Message.Of("quiet.lastsOnce"));
        if (wish.Until is not { } until) yield return new("until", Message.Of("quiet.untilMissing"));
        else if (until <= (wish.From ?? now)) yield return new("until", Message.Of("quiet.untilBefore"));
        else if (until <= now) yield return new("until", Message.Of("quiet.past"));
        else if (until - (wish.From ?? now) > LongestOnce) yield return new("until", Message.Of("quiet.tooLong", $"{LongestOnce.Days}"));
    }

    private static IEnumerable<WindowMistake> Repeated(WindowWish wish, DateTimeOffset now, Message? cron)
    {
        if (cron is not null) yield return new("cron", cron);
        if (wish.Lasts is not { } lasts) yield return new("lasts", Message.Of("quiet.lastsMissing"));
        else if (lasts < TimeSpan.FromMinutes(1) || lasts > LongestRepeated) yield return new("lasts", Message.Of("quiet.lasts", $"{LongestRepeated.TotalHours}"));
        if (wish.Until is not { } until) yield break;
        if (until <= (wish.From ?? now)) yield return new("until", Message.Of("quiet.untilBefore"));
        else if (until <= now) yield return new("until", Message.Of("quiet.past"));
    }

    private static IEnumerable<WindowMistake> Reason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) yield return new("reason", Message.Of("quiet.reasonMissing"));
        else if (reason.Trim().Length > LongestReason) yield return new("reason", Message.Of("quiet.reasonLong", $"{LongestReason}"));
    }

    private static WindowMistake Unknown(string field, string value, IEnumerable<string> choices) =>
        new(field, Message.Of($"quiet.{field}", value, string.Join(", ", choices)));
}

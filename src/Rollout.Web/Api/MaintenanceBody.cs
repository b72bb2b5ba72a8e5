using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Quiet;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A maintenance window as a request writes it: once from an instant to another, or again and again by a crontab expression.</summary>
internal sealed record MaintenanceBody(
    string? Participant, string? Phase, string? Role, string? System, string? From, string? Until, string? Cron, string? Lasts, string? Reason) : ICheckedBody
{
    private static readonly string[] Instants = ["2024-08-03T22:00:00+07:00", "2024-08-03"];

    /// <inheritdoc/>
    public QueryMistake? Mistake =>
        !HanoiTime.TryReadSince(From, out _) ? new("from", "instant", From!, [.. Instants], NotFound: false)
        : !HanoiTime.TryReadSince(Until, out _) ? new("until", "instant", Until!, [.. Instants], NotFound: false)
        : Lasts is { Length: > 0 } && DurationText.Parse(Lasts) is null ? new("lasts", "duration", Lasts, ["90m", "3h"], NotFound: false)
        : null;

    /// <summary>The window that is meant.</summary>
    /// <param name="participants">The programme's participants.</param>
    public WindowWish Wish(ParticipantSet participants)
    {
        HanoiTime.TryReadSince(From, out var from);
        HanoiTime.TryReadSince(Until, out var until);
        ParticipantId? participant = string.IsNullOrEmpty(Participant) ? null : participants.IdOf(Participant);
        return new(new(participant, Some(Phase), Some(Role), Some(System)), from, until, Some(Cron), Lasts is { Length: > 0 } ? DurationText.Parse(Lasts) : null, Reason);
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

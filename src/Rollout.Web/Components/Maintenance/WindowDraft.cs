using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Quiet;

namespace Rollout.Web.Components.Maintenance;

/// <summary>The fields of the form as they are typed.</summary>
public sealed class WindowDraft
{
    private const double Usual = 120;

    /// <summary>Code of the participant; empty for all.</summary>
    public string Participant { get; set; } = "";

    /// <summary>Key of the phase; empty for all.</summary>
    public string Phase { get; set; } = "";

    /// <summary>Key of the system; empty for all.</summary>
    public string SystemKey { get; set; } = "";

    /// <summary>The role; empty for all.</summary>
    public string Role { get; set; } = "";

    /// <summary>Whether it repeats.</summary>
    public bool Repeats { get; set; }

    /// <summary>Its beginning at the clock of Hanoi.</summary>
    public DateTime? From { get; set; }

    /// <summary>Its end at the clock of Hanoi.</summary>
    public DateTime? Until { get; set; }

    /// <summary>When it begins again.</summary>
    public string Cron { get; set; } = "0 22 * * 6";

    /// <summary>How many minutes each repeated one lasts.</summary>
    public double? Minutes { get; set; } = Usual;

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What is meant.</summary>
    /// <param name="participants">The programme's participants.</param>
    public WindowWish Wish(ParticipantSet participants) => new(
        new(Participant.Length == 0 ? null : participants.IdOf(Participant), Some(Phase), Some(Role), Some(SystemKey)), Here(Repeats ? null : From), Here(Until),
        Repeats ? Cron is { Length: > 0 } ? Cron : "-" : null, Repeats && Minutes is { } minutes ? TimeSpan.FromMinutes(Math.Clamp(minutes, -1, int.MaxValue)) : null, Reason);

    private static DateTimeOffset? Here(DateTime? local) => local is { } at ? new(at, HanoiTime.Offset) : null;

    private static string? Some(string text) => text.Length == 0 ? null : text;
}

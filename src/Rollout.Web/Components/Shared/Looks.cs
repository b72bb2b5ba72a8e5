using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>The one mapping from values to what people see of them: text, colour, pattern, sign. Every page goes through here.</summary>
public static class Looks
{
    /// <summary>Nothing is known: white with a dotted edge.</summary>
    public static readonly Look Unknown = new("status.unknown", "is-unknown", "question");

    /// <summary>In progress by our assumption, the source names no step: hatched without fill.</summary>
    public static readonly Look Assumed = new("status.assumed", "is-assumed", "half");

    /// <summary>The look of a status.</summary>
    public static Look Of(StepStatus status) => status switch
    {
        StepStatus.NotStarted => new("status.notStarted", "is-none", "dash"),
        StepStatus.InProgress => new("status.inProgress", "is-progress", "half"),
        StepStatus.Reported => new("status.reported", "is-waiting", "hourglass"),
        StepStatus.Done => new("status.done", "is-done", "check"),
        StepStatus.Blocked => new("status.blocked", "is-blocked", "stop"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The look of a cell, which may be assumed or not known at all.</summary>
    public static Look Of(StepState cell, bool known) => !known ? Unknown : cell is { Assumed: true, Status: StepStatus.InProgress } ? Assumed : Of(cell.Status);

    /// <summary>The look of what the probes see.</summary>
    public static Look Of(VerificationState state) => state switch
    {
        VerificationState.Passing => new("verification.passing", "is-pass", "check"),
        VerificationState.Failing => new("verification.failing", "is-fail", "alert"),
        VerificationState.Stale => new("verification.stale", "is-stale", "clock"),
        VerificationState.NotObservable => new("verification.notObservable", "is-unseen", "unseen"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The look of where a participant stands with a system; null is unknown.</summary>
    public static Look Of(ConnectionStatus? status, bool assumed = false) => status switch
    {
        ConnectionStatus.Completed => new("connection.completed", "is-done", "check"),
        ConnectionStatus.InProgress when assumed => Assumed,
        ConnectionStatus.InProgress => new("connection.inProgress", "is-progress", "half"),
        ConnectionStatus.NotStarted => new("connection.notStarted", "is-none", "dash"),
        _ => Unknown,
    };

    /// <summary>The look of a service; null is unknown.</summary>
    public static Look Of(ServiceState? state) => state switch
    {
        ServiceState.Open => new("service.open", "is-open", "check"),
        ServiceState.Interrupted => new("service.interrupted", "is-interrupted", "stop"),
        ServiceState.NotYet => new("service.notYet", "is-none", "dash"),
        _ => Unknown,
    };

    /// <summary>The look of what a participant says of being probed; null is unknown.</summary>
    public static Look Of(ProbingConsent? consent) => consent switch
    {
        ProbingConsent.Agreed => new("probing.agreed", "is-pass", "check"),
        ProbingConsent.Paused => new("probing.paused", "is-waiting", "hourglass"),
        ProbingConsent.Withdrawn => new("probing.withdrawn", "is-none", "dash"),
        _ => new("probing.unasked", "is-unknown", "question"),
    };

    /// <summary>The look of a reason to look.</summary>
    public static Look Of(AttentionKind kind) => kind switch
    {
        AttentionKind.Failing => new("attention.failing", "is-fail", "alert"),
        AttentionKind.Disagreement => new("attention.disagreement", "is-fail", "question"),
        AttentionKind.Blocked => new("attention.blocked", "is-blocked", "stop"),
        AttentionKind.Waiting => new("attention.waiting", "is-waiting", "hourglass"),
        AttentionKind.Stuck => new("attention.stuck", "is-progress", "clock"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The look of a reason why something waits on somebody.</summary>
    public static Look Of(TaskKind kind) => kind switch
    {
        TaskKind.Review => new("task.review", "is-assumed", "half"),
        TaskKind.Confirm => new("task.confirm", "is-waiting", "hourglass"),
        TaskKind.Returned => new("task.returned", "is-progress", "back"),
        TaskKind.Blocked => new("task.blocked", "is-blocked", "stop"),
        TaskKind.Failing => new("task.failing", "is-fail", "alert"),
        TaskKind.Disagreement => new("attention.disagreement", "is-fail", "question"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The text key of a basis.</summary>
    public static string Key(Basis basis) => $"basis.{Words.Of(basis)}";

    /// <summary>What the probes see of a step: a step with probes of which nothing is known cannot be observed; one without has nothing to show.</summary>
    public static VerificationState? Seen(StepDefinition step, StepState cell) =>
        cell.Verification ?? (step.Settlement.Probes.IsEmpty ? null : VerificationState.NotObservable);

    /// <summary>Whose fault, or on whom it waits, as a person reads it: one of our words or the name an agency bears on a day.</summary>
    public static string Owner(Texts texts, Programme programme, string owner, DateTimeOffset on) => owner switch
    {
        StepDefinition.Participant => TextHelpers.Inside(Texts.Of(programme.ParticipantWord)),
        FaultOwner.ParticipantSystem => texts["owner.participantSystem"],
        FaultOwner.ParticipantGateway => texts["owner.participantGateway"],
        FaultOwner.Self => texts["owner.self"],
        _ => programme.FindOrganisation(owner) is { } agency ? Texts.Of(agency.NameOn(Core.Calendar.HanoiTime.DayOf(on)).Short) : owner,
    };

    /// <summary>Several owners in one line.</summary>
    public static string Owners(Texts texts, Programme programme, IEnumerable<string> owners, DateTimeOffset on) =>
        string.Join(", ", owners.Select(o => Owner(texts, programme, o, on)));
}

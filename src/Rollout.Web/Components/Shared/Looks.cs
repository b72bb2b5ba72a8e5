using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>The one mapping from values to what people see of them: text, colour, pattern, sign. Every page goes through here.</summary>
public static partial class Looks
{
    /// <summary>Nothing is known: white with a dotted edge.</summary>
    public static readonly Look Unknown = new(StateKeys.Unknown, "is-unknown", "question");

    /// <summary>In progress by our assumption, the source names no step: hatched without fill.</summary>
    public static readonly Look Assumed = new(StateKeys.Assumed, "is-assumed", "half");

    /// <summary>Neither done nor missing: the step does not concern the participant.</summary>
    public static readonly Look NotApplicable = new("status.notApplicable", "is-na", "dash");

    /// <summary>The look of a participant's step in a phase at an instant.</summary>
    public static Look Of(ParticipantProgress row, string phase, StepDefinition step, DateTimeOffset asOf) =>
        row.Applies(phase, step) ? Of(row[phase, step.Key], row.Knows(phase, step.Key, asOf)) : NotApplicable;

    /// <summary>The look of a status.</summary>
    public static Look Of(StepStatus status) => status switch
    {
        StepStatus.NotStarted => new(StateKeys.Of(status), "is-none", "dash"),
        StepStatus.InProgress => new(StateKeys.Of(status), "is-progress", "half"),
        StepStatus.Reported => new(StateKeys.Of(status), "is-waiting", "hourglass"),
        StepStatus.Done => new(StateKeys.Of(status), "is-done", "check"),
        StepStatus.Blocked => new(StateKeys.Of(status), "is-blocked", "stop"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The look of a cell, which may be assumed or not known at all.</summary>
    public static Look Of(StepState cell, bool known) => !known ? Unknown : cell is { Assumed: true, Status: StepStatus.InProgress } ? Assumed : Of(cell.Status);

    /// <summary>The look of what the probes see.</summary>
    public static Look Of(VerificationState state) => state switch
    {
        VerificationState.Passing => new(StateKeys.Of(state), "is-pass", "check"),
        VerificationState.Failing => new(StateKeys.Of(state), "is-fail", "alert"),
        VerificationState.Stale => new(StateKeys.Of(state), "is-stale", "clock"),
        VerificationState.NotObservable => new(StateKeys.Of(state), "is-unseen", "unseen"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The look of where a participant stands with a system; null is unknown.</summary>
    public static Look Of(ConnectionStatus? status, bool assumed = false) => status switch
    {
        ConnectionStatus.Completed => new(StateKeys.Of(status), "is-done", "check"),
        ConnectionStatus.InProgress when assumed => Assumed,
        ConnectionStatus.InProgress => new(StateKeys.Of(status), "is-progress", "half"),
        ConnectionStatus.NotStarted => new(StateKeys.Of(status), "is-none", "dash"),
        _ => Unknown,
    };

    /// <summary>The look of a service; null is unknown.</summary>
    public static Look Of(ServiceState? state) => state switch
    {
        ServiceState.Open => new(StateKeys.Of(state), "is-open", "check"),
        ServiceState.Interrupted => new(StateKeys.Of(state), "is-interrupted", "stop"),
        ServiceState.NotYet => new(StateKeys.Of(state), "is-none", "dash"),
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
        AttentionKind.Failing => new(StateKeys.Of(kind), "is-fail", "alert"),
        AttentionKind.Disagreement => new(StateKeys.Of(kind), "is-fail", "question"),
        AttentionKind.Blocked => new(StateKeys.Of(kind), "is-blocked", "stop"),
        AttentionKind.Waiting => new(StateKeys.Of(kind), "is-waiting", "hourglass"),
        AttentionKind.Stuck => new(StateKeys.Of(kind), "is-progress", "clock"),
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
        TaskKind.Disagreement => new(StateKeys.Of(AttentionKind.Disagreement), "is-fail", "question"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The look of what a status rests on: a sign and a word, no colour, since it is no state.</summary>
    public static Look Of(Basis basis) => new(StateKeys.Of(basis), "is-plain", basis switch
    {
        Basis.Baseline => "file",
        Basis.Report => "talk",
        Basis.Confirmation => "check",
        Basis.Probe => "pulse",
        Basis.Correction => "pen",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    });

    /// <summary>What the probes see of a step: a step with probes of which nothing is known cannot be observed; one without has nothing to show.</summary>
    public static VerificationState? Seen(StepDefinition step, StepState cell) =>
        cell.Verification ?? (step.Settlement.Probes.IsEmpty ? null : VerificationState.NotObservable);
}

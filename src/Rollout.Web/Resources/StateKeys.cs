using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Web.Resources;

/// <summary>
/// The one mapping from values to the keys of their words: pages add colour and sign to them (<c>Looks</c>), documents print them as they are.
/// Written out, since a table of steps asks for hundreds of them at once.
/// </summary>
public static class StateKeys
{
    /// <summary>Nothing is known.</summary>
    public const string Unknown = "status.unknown";

    /// <summary>In progress by our assumption: the source names no step.</summary>
    public const string Assumed = "status.assumed";

    /// <summary>A status.</summary>
    public static string Of(StepStatus status) => status switch
    {
        StepStatus.NotStarted => "status.notStarted",
        StepStatus.InProgress => "status.inProgress",
        StepStatus.Reported => "status.reported",
        StepStatus.Done => "status.done",
        StepStatus.Blocked => "status.blocked",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A cell, which may be assumed or not known at all.</summary>
    public static string Of(StepState cell, bool known) => !known ? Unknown : cell is { Assumed: true, Status: StepStatus.InProgress } ? Assumed : Of(cell.Status);

    /// <summary>Where a participant stands with a system; null is unknown.</summary>
    public static string Of(ConnectionStatus? status, bool assumed = false) => status switch
    {
        ConnectionStatus.Completed => "connection.completed",
        ConnectionStatus.InProgress => assumed ? Assumed : "connection.inProgress",
        ConnectionStatus.NotStarted => "connection.notStarted",
        _ => Unknown,
    };

    /// <summary>What the probes see.</summary>
    public static string Of(VerificationState state) => state switch
    {
        VerificationState.Passing => "verification.passing",
        VerificationState.Failing => "verification.failing",
        VerificationState.Stale => "verification.stale",
        VerificationState.NotObservable => "verification.notObservable",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>On what a status rests.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Baseline => "basis.baseline",
        Basis.Report => "basis.report",
        Basis.Confirmation => "basis.confirmation",
        Basis.Probe => "basis.probe",
        Basis.Correction => "basis.correction",
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    /// <summary>A service; null is unknown.</summary>
    public static string Of(ServiceState? state) => state switch
    {
        ServiceState.Open => "service.open",
        ServiceState.Interrupted => "service.interrupted",
        ServiceState.NotYet => "service.notYet",
        _ => Unknown,
    };

    /// <summary>A reason to look.</summary>
    public static string Of(AttentionKind kind) => kind switch
    {
        AttentionKind.Failing => "attention.failing",
        AttentionKind.Disagreement => "attention.disagreement",
        AttentionKind.Blocked => "attention.blocked",
        AttentionKind.Waiting => "attention.waiting",
        AttentionKind.Stuck => "attention.stuck",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

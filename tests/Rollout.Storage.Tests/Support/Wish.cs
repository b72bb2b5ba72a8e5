using Rollout.Core.Steps;

namespace Rollout.Storage.Tests.Support;

/// <summary>Commands as the tests give them.</summary>
internal static class Wish
{
    public static StepKey Key(string code, string step, string phase = "test") => new(new("provinces-63", code), phase, step);

    /// <summary>The province wants its step, of which it saw a version, to have a status.</summary>
    public static StepCommand.Change Change(string code, string step, StepStatus to, int version = 0, string? note = null) =>
        new(People.Province(code), Key(code, step), to, version) { Note = note };

    public static StepCommand.Change Start(string code, string step, string? note = null) => Change(code, step, StepStatus.InProgress, 0, note);

    /// <summary>A monitor corrects, with a reason.</summary>
    public static StepCommand.Change Correct(StepKey key, StepStatus to, int version, string note = "Đính chính theo công văn") =>
        new(People.Vpcp, key, to, version) { Note = note };

    public static StepCommand.Observe See(StepKey key, VerificationState verification, bool settled = false, FaultMark? fault = null) =>
        new(Actor.Probe("catalogue"), key, verification, fault, Seen: verification == VerificationState.Passing, settled, Regressed: false);
}

using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>
/// What happened before, for the decider: <c>Given.Row.Has(…).When(…).Then(…)</c>. Immutable, Sóc Trăng's row of the real programme.
/// </summary>
internal sealed record Given(ParticipantProgress Progress, long Seq, DateTimeOffset Now)
{
    private static readonly Blocker OnSoftware = new("participant", "software", StepStatus.NotStarted);

    public static Given Row { get; } = new(new ParticipantProgress(LienThong.Programme, LienThong.Province("94")), 0, Times.Now);

    /// <summary>A cell of the row.</summary>
    public StepState Cell(string step, string phase = "test") => Progress[phase, step];

    /// <summary>Anything that happened.</summary>
    public Given Happened(string step, StepEvent happened, Actor? by = null, DateTimeOffset? at = null, string phase = "test") =>
        new(Progress.Evolve(happened, phase, step, by ?? People.SocTrang, at ?? Times.Yesterday, Seq + 1), Seq + 1, Now);

    /// <summary>A step came to a status; a blocked one with its blocker.</summary>
    public Given Has(
        string step, StepStatus status, Actor? by = null, Basis basis = Basis.Report, DateTimeOffset? at = null, string phase = "test")
    {
        var before = Cell(step, phase).Status;
        var blocker = status == StepStatus.Blocked ? OnSoftware with { From = before } : null;
        return Happened(step, new StepEvent.StatusChanged(before, status, basis) { Blocker = blocker }, by, at, phase);
    }

    /// <summary>Steps of the phase test that are done.</summary>
    public Given HasDone(params ReadOnlySpan<string> steps)
    {
        var given = this;
        foreach (var step in steps) given = given.Has(step, StepStatus.Done, basis: Basis.Confirmation);
        return given;
    }

    /// <summary>The probes of a step were seen to be so.</summary>
    public Given Sees(string step, VerificationState seen, DateTimeOffset? at = null, string phase = "test") =>
        Happened(
            step, new StepEvent.VerificationChanged(Cell(step, phase).Verification, seen, null) { Status = Cell(step, phase).Status },
            Actor.Probe("probe"), at, phase);

    public Given AtTime(DateTimeOffset now) => this with { Now = now };

    /// <summary>Somebody wants a step to have another status, having seen the cell as it is.</summary>
    public Outcome When(
        Actor actor, string step, StepStatus to, string? note = null, string? on = null, string? kind = null, DateTimeOffset? at = null,
        int? version = null, DocumentReference? document = null, string phase = "test") =>
        When(new StepCommand.Change(actor, new(People.SocTrangId, phase, step), to, version ?? Cell(step, phase).Version)
        {
            Note = note,
            BlockedOn = on,
            BlockedKind = kind,
            At = at,
            Document = document,
        });

    /// <summary>The probes of a step have something to say.</summary>
    public Outcome WhenSeen(
        string step, VerificationState verification, bool seen = false, bool settled = false, bool regressed = false, FaultMark? fault = null,
        string phase = "test") =>
        When(new StepCommand.Observe(Actor.Probe("probe"), new(People.SocTrangId, phase, step), verification, fault, seen, settled, regressed));

    public Outcome When(StepCommand command, Programme? programme = null) =>
        new(this, command, StepDecider.Decide(programme ?? LienThong.Programme, Progress, command, Now));
}

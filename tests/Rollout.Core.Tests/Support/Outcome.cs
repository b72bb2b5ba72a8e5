using Rollout.Core.Steps;

namespace Rollout.Core.Tests.Support;

/// <summary>What the decider said.</summary>
internal sealed record Outcome(Given Before, StepCommand Command, Decision Decision)
{
    private Decision.Accepted Accepted => Assert.IsType<Decision.Accepted>(Decision);

    private Refusal Refusal => Assert.IsType<Decision.Refused>(Decision).Refusal;

    /// <summary>Exactly these events; gives back the row after them.</summary>
    public Given Then(params StepEvent[] events)
    {
        Assert.Equal(events, Accepted.Events);
        return After();
    }

    /// <summary>A change of status and nothing else; gives back the row after it.</summary>
    public Given Then(StepStatus from, StepStatus to, Basis basis) => Then(new StepEvent.StatusChanged(from, to, basis));

    public Given ThenNothing() => Then();

    public Given ThenAt(DateTimeOffset at)
    {
        Assert.Equal(at, Accepted.At);
        return After();
    }

    public void ThenForbidden(string code) => Refuses(RefusalKind.Forbidden, code);

    public void ThenStale() => Refuses(RefusalKind.Stale, "version.stale");

    /// <summary>Refused by a rule; the facts are compared where a test gives some.</summary>
    public void ThenRefused(string code, params string[] facts)
    {
        Refuses(RefusalKind.Rule, code);
        if (facts.Length > 0) Assert.Equal(facts, Refusal.Message.Arguments);
    }

    private Given After() => Accepted.Events.Aggregate(
        Before, (given, e) => given.Happened(Command.Place.Step ?? "", e, Command.Actor, Accepted.At, Command.Place.Phase ?? "test"));

    private void Refuses(RefusalKind kind, string code) => Assert.Equal((kind, code), (Refusal.Kind, Refusal.Message.Code));
}

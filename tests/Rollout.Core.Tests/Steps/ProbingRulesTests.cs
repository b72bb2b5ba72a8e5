using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.ProbingConsent;

namespace Rollout.Core.Tests.Steps;

/// <summary>Whether a participant may be probed is its own word.</summary>
public sealed class ProbingRulesTests
{
    [Fact]
    public void Participant_gives_pauses_goes_on_and_withdraws()
    {
        var given = Given.Row.When(Say(People.SocTrang, Agreed)).Then(new StepEvent.ProbingChanged(null, Agreed));
        Assert.Equal(Agreed, given.Progress.Probing?.Consent);
        given = given.When(Say(People.SocTrang, Paused, "Nâng cấp máy chủ")).Then(new StepEvent.ProbingChanged(Agreed, Paused));
        given = given.When(Say(People.SocTrang, Agreed)).Then(new StepEvent.ProbingChanged(Paused, Agreed));
        given.When(Say(People.SocTrang, Withdrawn)).Then(new StepEvent.ProbingChanged(Agreed, Withdrawn));
    }

    [Fact]
    public void Saying_the_same_again_writes_nothing() =>
        Given.Row.When(Say(People.SocTrang, Agreed)).Then(new StepEvent.ProbingChanged(null, Agreed)).When(Say(People.SocTrang, Agreed)).Then();

    [Fact]
    public void Pause_needs_a_reason_and_something_to_pause()
    {
        Given.Row.When(Say(People.SocTrang, Paused, "Bảo trì")).ThenRefused("probing.nothingToPause");
        Given.Row.When(Say(People.SocTrang, Agreed)).Then(new StepEvent.ProbingChanged(null, Agreed)).When(Say(People.SocTrang, Paused, " ")).ThenRefused("note.required");
    }

    [Fact]
    public void Administrator_writes_down_what_a_letter_says()
    {
        Given.Row.When(Say(People.Administrator, Agreed)).ThenRefused("note.required");
        Given.Row.When(Say(People.Administrator, Agreed, "Theo công văn của tỉnh")).Then(new StepEvent.ProbingChanged(null, Agreed));
    }

    [Fact]
    public void Nobody_else_speaks_for_a_participant()
    {
        foreach (var actor in new[] { People.CanTho, People.Vpcp, People.C06, People.Approver, People.Reader })
            Given.Row.When(Say(actor, Agreed, "Vì sao không")).ThenForbidden("probing.ownWord");
        Given.Row.When(Say(new(ActorKind.Vendor, "vendor", null, People.SocTrangId), Agreed)).ThenForbidden("actor.vendor");
    }

    private static StepCommand.SetProbing Say(Actor actor, ProbingConsent consent, string? note = null) => new(actor, People.SocTrangId, consent, note);
}

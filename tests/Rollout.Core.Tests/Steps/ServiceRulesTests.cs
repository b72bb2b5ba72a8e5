using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Steps;

/// <summary>The service state: a dated fact said by the programme's named agency or by an import.</summary>
public sealed class ServiceRulesTests
{
    private static readonly DateTimeOffset Stopped = Times.At("2024-06-28 15:00");

    [Fact]
    public void Named_agency_sets_the_service_with_a_note()
    {
        var after = Given.Row.When(Sets(People.C06, ServiceState.Open, note: "Mở lại"))
            .Then(new StepEvent.ServiceChanged(null, ServiceState.Open, Basis.Confirmation));
        Assert.Equal(new ServiceFact(ServiceState.Open, Times.Now, 1), after.Progress.Service);
        Given.Row.When(Sets(People.C06, ServiceState.Open)).ThenRefused("note.required");
    }

    [Fact]
    public void Everybody_else_is_forbidden()
    {
        var sameWordOtherPower = new Actor(ActorKind.Reader, "c06.reader", "c06");
        foreach (var actor in (Actor[])[People.SocTrang, People.Btp, People.Vpcp, People.Administrator, sameWordOtherPower])
            Given.Row.When(Sets(actor, ServiceState.Open, note: "Mở")).ThenForbidden("service.setBy");
    }

    [Fact]
    public void Import_states_the_service_without_a_note() =>
        Given.Row.When(Sets(Actor.Import("go-live.json"), ServiceState.Interrupted, Stopped))
            .Then(new StepEvent.ServiceChanged(null, ServiceState.Interrupted, Basis.Baseline));

    [Fact]
    public void Same_state_again_is_no_entry() =>
        Given.Row.When(Sets(Actor.Import("go-live.json"), ServiceState.Interrupted, Stopped)).ThenAt(Stopped)
            .When(Sets(Actor.Import("go-live.json"), ServiceState.Interrupted, Stopped)).ThenNothing();

    [Fact]
    public void Time_is_neither_in_the_future_nor_before_the_last_fact()
    {
        Given.Row.When(Sets(People.C06, ServiceState.Open, Times.Now.AddHours(1), "Mở")).ThenRefused("at.future");
        Given.Row.When(Sets(Actor.Import("f"), ServiceState.Interrupted, Stopped)).ThenAt(Stopped)
            .When(Sets(People.C06, ServiceState.Open, Stopped.AddHours(-1), "Mở")).ThenRefused("at.beforeLast");
    }

    [Fact]
    public void Programme_without_a_service_has_none_to_set() =>
        Given.Row.When(Sets(People.C06, ServiceState.Open, note: "Mở"), LienThong.Programme with { Service = null }).ThenRefused("service.none");

    private static StepCommand.SetService Sets(Actor actor, ServiceState state, DateTimeOffset? at = null, string? note = null) =>
        new(actor, People.SocTrangId, state, at, note);
}

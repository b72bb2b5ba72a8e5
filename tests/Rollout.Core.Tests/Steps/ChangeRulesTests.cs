using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rule 1, what the table says beside who, from and to: notes, withdrawing and returning, the order of refusals.</summary>
public sealed class ChangeRulesTests
{
    [Fact]
    public void Report_without_a_note_is_accepted() => Given.Row.When(People.SocTrang, "2.1", Reported).Then(NotStarted, Reported, Basis.Report);

    [Fact]
    public void Confirmation_without_a_note_is_accepted() =>
        Given.Row.Has("2.1", Reported).When(People.Ndxp, "2.1", Done).Then(Reported, Done, Basis.Confirmation);

    [Fact]
    public void Reporter_withdraws_without_a_note() =>
        Given.Row.Has("2.1", Reported).When(People.SocTrang, "2.1", InProgress).Then(Reported, InProgress, Basis.Report);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Confirmer_who_returns_without_a_note_is_refused(string? note) =>
        Given.Row.Has("2.1", Reported).When(People.Btp, "2.1", InProgress, note).ThenRefused("note.required");

    [Theory]
    [InlineData(NotStarted, InProgress)]
    [InlineData(NotStarted, Done)]
    [InlineData(InProgress, NotStarted)]
    [InlineData(Reported, Done)]
    [InlineData(Done, NotStarted)]
    [InlineData(Done, Reported)]
    public void Correction_without_a_note_is_refused(StepStatus from, StepStatus to) =>
        (from == NotStarted ? Given.Row : Given.Row.Has("2.1", from)).When(People.Vpcp, "2.1", to).ThenRefused("note.required");

    [Fact]
    public void Correction_keeps_the_document_it_rests_on()
    {
        var letter = new DocumentReference("15/VPCP-KSTT", "VPCP", "2024-07-30");
        Given.Row.When(People.Vpcp, "2.1", Done, note: "Theo công văn", document: letter)
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Correction) { Document = letter });
    }

    [Fact]
    public void Change_to_the_status_it_has_is_refused_even_to_the_monitor() =>
        Given.Row.Has("2.1", Done).When(People.Vpcp, "2.1", Done, note: "Lần nữa").ThenRefused("status.already");

    [Fact]
    public void Refusal_of_a_transition_names_both_statuses() =>
        Given.Row.Has("2.1", Done).When(People.SocTrang, "2.1", Reported).ThenRefused("status.transition", "done", "reported");

    [Fact]
    public void Refusal_of_an_actor_says_whose_turn_it_is()
    {
        var refusal = Assert.IsType<Decision.Refused>(Given.Row.When(People.C06, "2.1", Done).Decision).Refusal;
        Assert.Equal(["participant", "btp, ndxp"], refusal.Message.Arguments);
    }

    [Fact]
    public void Actor_who_may_not_is_forbidden_before_the_version_is_looked_at() =>
        Given.Row.Has("2.1", Reported).When(People.SocTrang, "2.1", Done, version: 7).ThenForbidden("actor.notConfirmer");

    [Fact]
    public void Stale_version_is_refused_before_the_rule() =>
        Given.Row.Has("2.1", Reported).When(People.Btp, "2.1", InProgress, version: 0).ThenStale();

    [Fact]
    public void Stale_correction_is_refused_before_its_missing_note() =>
        Given.Row.Has("2.1", Done).When(People.Vpcp, "2.1", NotStarted, version: 0).ThenStale();

    [Fact]
    public void Steps_of_a_phase_have_no_order_among_them() =>
        Given.Row.When(People.SocTrang, "3.3", Reported).Then(NotStarted, Reported, Basis.Report);

    [Fact]
    public void Monitor_of_another_agency_still_confirms_for_its_own() =>
        Given.Row.When(People.MonitorOfAnother, "1.1", Done).Then(NotStarted, Done, Basis.Confirmation);

    [Fact]
    public void Monitor_who_is_the_fallback_confirms_rather_than_corrects() =>
        Given.Row.Has("1.2", Reported).When(People.Vpcp, "1.2", Done).Then(Reported, Done, Basis.Confirmation);

    [Fact]
    public void Capacity_of_the_participant_is_only_in_its_own_row()
    {
        var step = LienThong.Programme.FindStep("1.1")!;
        Assert.Equal(new Capacity(true, false, false), Capacity.Of(People.SocTrang, step, People.SocTrangId, "vpcp"));
        Assert.False(Capacity.Of(People.SocTrang, step, People.CanTho.Participant!.Value, "vpcp").Any);
    }

    [Fact]
    public void Command_that_nobody_decides_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => Given.Row.When(new Unknown(People.C06)));

    private sealed record Unknown(Actor By) : StepCommand(By, People.SocTrangId);
}

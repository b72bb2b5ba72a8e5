using Rollout.Core.Boards;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Steps;

/// <summary>Where people's word and the results do not agree, the monitor decides; letting the status stand is a decision too.</summary>
public sealed class DisagreementRulesTests
{
    private static readonly Given Confirmed = Given.Row.Has("1.3", Done, People.C06, Basis.Confirmation).Sees("1.3", Failing);
    private static readonly DateTimeOffset Later = Times.Now.AddDays(3);

    [Fact]
    public void Monitor_lets_the_status_stand_and_the_queue_forgets_it()
    {
        Assert.NotNull(Attention.Disagrees(LienThong.Programme, Confirmed.Cell("1.3"), Later));
        var after = Confirmed.When(Uphold(People.Vpcp, "Tỉnh đang chuyển trung tâm dữ liệu")).Then(new StepEvent.Upheld(Failing) { Status = Done });
        Assert.Null(Attention.Disagrees(LienThong.Programme, after.Cell("1.3"), Later));
        Assert.Equal(Confirmed.Cell("1.3").Version, after.Cell("1.3").Version);
    }

    [Fact]
    public void Another_result_brings_it_back()
    {
        var after = Confirmed.When(Uphold(People.Vpcp, "Giữ")).Then(new StepEvent.Upheld(Failing) { Status = Done })
            .Sees("1.3", Passing, Times.Now).Sees("1.3", Failing, Times.Now);
        Assert.NotNull(Attention.Disagrees(LienThong.Programme, after.Cell("1.3"), Later));
    }

    [Theory]
    [InlineData(InProgress, Basis.Correction)]
    [InlineData(NotStarted, Basis.Correction)]
    [InlineData(InProgress, Basis.Confirmation)]
    [InlineData(Blocked, Basis.Report)]
    public void Passing_and_not_reported_disagree_when_people_decided_so(StepStatus status, Basis basis)
    {
        var given = Given.Row.Has("1.4", Reported).Has("1.4", status, basis: basis).Sees("1.4", Passing);
        Assert.NotNull(Attention.Disagrees(LienThong.Programme, given.Cell("1.4"), Later));
    }

    [Fact]
    public void Passing_that_waits_at_the_gate_is_no_disagreement() =>
        Assert.Null(Attention.Disagrees(LienThong.Programme, Given.Row.Has("1.3", InProgress, basis: Basis.Probe).Sees("1.3", Passing).Cell("1.3"), Later));

    [Fact]
    public void Nobody_else_decides_and_never_without_a_reason()
    {
        Confirmed.When(Uphold(People.SocTrang, "Giữ")).ThenForbidden("disagreement.monitor");
        Confirmed.When(Uphold(People.Administrator, "Giữ")).ThenForbidden("disagreement.monitor");
        Confirmed.When(Uphold(People.Vpcp, "")).ThenRefused("note.required");
    }

    [Fact]
    public void What_changed_meanwhile_is_not_decided()
    {
        Assert.Equal("disagreement.gone", Code(Confirmed.When(Uphold(People.Vpcp, "Giữ", version: 0))));
        Assert.Equal("disagreement.gone", Code(Given.Row.When(Uphold(People.Vpcp, "Giữ", version: 0))));
    }

    private static string? Code(Outcome outcome) => (outcome.Decision as Decision.Refused)?.Refusal.Message.Code;

    private static StepCommand.Uphold Uphold(Actor actor, string note, int version = 1) => new(actor, new(People.SocTrangId, "test", "1.3"), version, note);
}

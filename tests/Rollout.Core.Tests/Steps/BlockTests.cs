using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rule 1: blocking and going back.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Block_without_a_note_is_refused(string? note) =>
        Given.Row.When(People.SocTrang, "2.1", Blocked, note, on: "btp", kind: "waiting").ThenRefused("note.required");

    [Theory]
    [InlineData(null)]
    [InlineData("provinces-63/94")]
    [InlineData("moj")]
    public void Block_on_nobody_known_is_refused_with_everybody_it_may_be(string? on) =>
        Given.Row.When(People.SocTrang, "2.1", Blocked, "Chờ", on, "waiting").ThenRefused("block.on", "participant, vpcp, c06, btp, ndxp");

    [Theory]
    [InlineData(null)]
    [InlineData("weather")]
    public void Block_of_no_known_kind_is_refused_with_every_kind(string? kind) =>
        Given.Row.When(People.SocTrang, "2.1", Blocked, "Chờ", "btp", kind)
            .ThenRefused("block.kind", "funding, staff, infrastructure, software, data, waiting");

    [Theory]
    [InlineData("participant")]
    [InlineData("vpcp")]
    [InlineData("c06")]
    [InlineData("ndxp")]
    public void Block_on_the_participant_or_any_agency_remembers_where_it_came_from(string on) =>
        Given.Row.Has("2.1", Reported).When(People.SocTrang, "2.1", Blocked, "Chờ cấp key", on, "waiting")
            .Then(new StepEvent.StatusChanged(Reported, Blocked, Basis.Report) { Blocker = new(on, "waiting", Reported) });

    [Fact]
    public void Block_of_a_done_step_is_a_monitors_correction()
    {
        Given.Row.HasDone("2.1").When(People.Btp, "2.1", Blocked, "Khóa hết hạn", "btp", "waiting").ThenRefused("block.done");
        Given.Row.HasDone("2.1").When(People.Vpcp, "2.1", Blocked, "Khóa hết hạn", "btp", "waiting")
            .Then(new StepEvent.StatusChanged(Done, Blocked, Basis.Correction) { Blocker = new("btp", "waiting", Done) });
    }

    [Fact]
    public void Correction_to_blocked_needs_whom_and_kind_too()
    {
        Given.Row.HasDone("2.1").When(People.Vpcp, "2.1", Blocked, "Vì sao", on: null, kind: "waiting").ThenRefused("block.on");
        Given.Row.HasDone("2.1").When(People.Vpcp, "2.1", Blocked, "Vì sao", "btp", kind: null).ThenRefused("block.kind");
    }

    [Theory]
    [InlineData(NotStarted)]
    [InlineData(InProgress)]
    [InlineData(Reported)]
    public void Unblock_returns_to_the_status_before_without_a_note(StepStatus before)
    {
        var blocked = (before == NotStarted ? Given.Row : Given.Row.Has("2.1", before)).Has("2.1", Blocked);
        foreach (var actor in (Actor[])[People.SocTrang, People.Btp, People.Vpcp])
            blocked.When(actor, "2.1", before).Then(Blocked, before, Basis.Report);
    }

    [Fact]
    public void Unblock_to_another_status_is_refused_and_names_the_one_before() =>
        Given.Row.Has("2.1", Reported).Has("2.1", Blocked).When(People.SocTrang, "2.1", InProgress).ThenRefused("status.blocked", "reported");

    [Fact]
    public void Confirmation_of_a_blocked_step_is_refused_and_corrected_only_by_the_monitor()
    {
        var blocked = Given.Row.Has("2.1", Reported).Has("2.1", Blocked);
        blocked.When(People.Btp, "2.1", Done).ThenRefused("status.blocked");
        blocked.When(People.Vpcp, "2.1", Done, "Đã xong").Then(Blocked, Done, Basis.Correction);
    }

    [Fact]
    public void Reported_step_keeps_its_reporter_through_a_block()
    {
        var after = Given.Row.Has("1.4", Reported, by: People.C06).Has("1.4", Blocked, by: People.SocTrang)
            .When(People.C06Colleague, "1.4", Reported).Then(Blocked, Reported, Basis.Report);
        Assert.Equal(People.C06, after.Cell("1.4").ReportedBy);
        after.When(People.C06, "1.4", Done).ThenRefused("confirm.own");
    }

    [Fact]
    public void Blocked_step_counts_as_the_status_it_came_from() =>
        Assert.Equal(Reported, Given.Row.Has("2.1", Reported).Has("2.1", Blocked).Cell("2.1").CountsAs);
}

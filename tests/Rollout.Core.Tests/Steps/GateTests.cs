using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rule 5: production waits for test.</summary>
public sealed class GateTests
{
    private static readonly DocumentReference Letter = new("100/VPCP-KSTT", "VPCP", "2024-07-30");
    private static readonly string[] PartsOneAndTwo = ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3"];

    [Fact]
    public void Production_step_is_refused_while_the_part_is_unfinished_in_test_and_what_is_missing_is_named() =>
        Given.Row.HasDone("1.1", "1.3").When(People.C06, "1.1", Done, phase: "production").ThenRefused("gate.missing", "test", "1.2, 1.4");

    [Fact]
    public void Production_step_is_free_once_its_own_part_is_done_in_test() =>
        Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").When(People.C06, "1.1", Done, phase: "production").Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Confirmation) { TakenOver = true });

    [Fact]
    public void Part_without_a_system_needs_all_of_test()
    {
        Given.Row.HasDone([.. PartsOneAndTwo, "3.1", "3.3"]).When(People.C06, "3.1", Done, phase: "production")
            .ThenRefused("gate.missing", "test", "3.2");
        Given.Row.HasDone("3.1", "3.2", "3.3").When(People.C06, "3.1", Done, phase: "production")
            .ThenRefused("gate.missing", "test", string.Join(", ", PartsOneAndTwo));
        Given.Row.HasDone([.. PartsOneAndTwo, "3.1", "3.2", "3.3"]).When(People.C06, "3.1", Done, phase: "production")
            .Then(NotStarted, Done, Basis.Confirmation);
    }

    [Fact]
    public void Gate_limits_becoming_done_only()
    {
        Given.Row.When(People.SocTrang, "1.1", InProgress, phase: "production").Then(NotStarted, InProgress, Basis.Report);
        Given.Row.When(People.SocTrang, "1.1", Reported, phase: "production").Then(NotStarted, Reported, Basis.Report);
        Given.Row.When(People.Btp, "2.3", Done, phase: "production").Then(new StepEvent.PartlyConfirmed("btp"));
    }

    [Fact]
    public void Step_of_the_first_phase_has_no_gate() =>
        Assert.Empty(Gate.Missing(LienThong.Programme, Given.Row.Progress, "test", LienThong.Programme.FindStep("3.1")!));

    [Fact]
    public void Step_blocked_in_test_counts_as_the_status_it_came_from()
    {
        var given = Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").Has("1.4", Blocked, by: People.Vpcp, basis: Basis.Correction);
        given.When(People.C06, "1.1", Done, phase: "production").Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Confirmation) { TakenOver = true });
    }

    [Fact]
    public void Correction_passes_only_with_a_document_and_is_marked_out_of_order()
    {
        Given.Row.When(People.Vpcp, "1.1", Done, "Đã vận hành", phase: "production").ThenRefused("gate.document", "test", "1.1, 1.2, 1.3, 1.4");
        Given.Row.When(People.Vpcp, "1.1", Done, "Đã vận hành", document: Letter with { Number = " " }, phase: "production").ThenRefused("gate.document");
        var after = Given.Row.When(People.Vpcp, "1.1", Done, "Đã vận hành", document: Letter, phase: "production")
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Correction) { OutOfOrder = true, Document = Letter });
        Assert.True(after.Cell("1.1", "production").OutOfOrder);
    }

    [Fact]
    public void Correction_that_finds_the_gate_open_is_in_order() =>
        Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").When(People.Vpcp, "1.1", Done, "Đã vận hành", document: Letter, phase: "production")
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Correction) { Document = Letter });

    [Fact]
    public void Later_change_in_test_undoes_nothing()
    {
        var after = Given.Row.HasDone("1.1", "1.2", "1.3", "1.4").When(People.C06, "1.1", Done, phase: "production")
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Confirmation) { TakenOver = true })
            .When(People.Vpcp, "1.2", InProgress, "Sai").Then(Done, InProgress, Basis.Correction);
        Assert.Equal(Done, after.Cell("1.1", "production").Status);
    }

    [Fact]
    public void Mark_of_a_step_done_out_of_order_survives_a_block()
    {
        var given = Given.Row.When(People.Vpcp, "1.1", Done, "Đã vận hành", document: Letter, phase: "production")
            .Then(new StepEvent.StatusChanged(NotStarted, Done, Basis.Correction) { OutOfOrder = true, Document = Letter })
            .When(People.Vpcp, "1.1", Blocked, "Hỏng", "participant", "software", phase: "production")
            .Then(new StepEvent.StatusChanged(Done, Blocked, Basis.Correction) { Blocker = new("participant", "software", Done), OutOfOrder = true });
        given.When(People.SocTrang, "1.1", Done, phase: "production")
            .Then(new StepEvent.StatusChanged(Blocked, Done, Basis.Report) { OutOfOrder = true });
        given.When(People.Vpcp, "1.1", InProgress, "Làm lại", phase: "production").Then(Blocked, InProgress, Basis.Correction);
    }
}

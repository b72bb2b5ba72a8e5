using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>What an import may write over.</summary>
public sealed class ImportRulesTests
{
    private static readonly DateTimeOffset July = Times.At("2024-07-15 00:00");
    private static readonly Actor File = Actor.Import("appendix.json");
    private static readonly DocumentReference Letter = new("…/VPCP-KSTT", "vpcp", "2024-07");

    [Fact]
    public void Import_writes_any_status_with_its_precision_assumption_and_document()
    {
        var after = Given.Row.When(Says("1.1", InProgress) with { Assumed = true, Precision = DatePrecision.Month, Document = Letter })
            .Then(new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Baseline)
            {
                Assumed = true,
                Precision = DatePrecision.Month,
                Document = Letter,
            });
        Assert.Equal((July, true, DatePrecision.Month), (after.Cell("1.1").Since!.Value, after.Cell("1.1").Assumed, after.Cell("1.1").Precision));
    }

    [Fact]
    public void Import_passes_the_gate() => Given.Row.When(Says("1.1", Done, "production")).Then(NotStarted, Done, Basis.Baseline);

    [Fact]
    public void Same_status_twice_is_no_entry() =>
        Given.Row.When(Says("1.1", Done)).Then(NotStarted, Done, Basis.Baseline).When(Says("1.1", Done)).ThenNothing();

    [Fact]
    public void Not_started_of_an_untouched_cell_is_no_entry() => Given.Row.When(Says("1.1", NotStarted)).ThenNothing();

    [Fact]
    public void Cell_with_a_later_entry_is_left_and_named()
    {
        var given = Given.Row.Has("1.1", Reported, at: July.AddDays(1));
        given.When(Says("1.1", Done)).ThenRefused("import.later", "1");
        Given.Row.Sees("1.4", VerificationState.Failing, at: July.AddDays(1)).When(Says("1.4", Done)).ThenRefused("import.later", "1");
    }

    [Fact]
    public void Cell_with_an_earlier_entry_is_written_over() =>
        Given.Row.Has("1.1", InProgress, at: July.AddDays(-1)).When(Says("1.1", Done)).Then(InProgress, Done, Basis.Baseline)
            .When(Says("1.1", Done)).ThenNothing();

    [Fact]
    public void Source_is_stated_once_unless_an_earlier_one_comes()
    {
        var stated = new StepEvent.SourceStated(Letter, DatePrecision.Month);
        var given = Given.Row.When(Speaks(July)).Then(stated);
        given.When(Speaks(July)).ThenNothing();
        given.When(Speaks(July.AddDays(1))).ThenNothing();
        var earlier = given.When(Speaks(July.AddDays(-14))).Then(stated);
        Assert.Equal(July.AddDays(-14), earlier.Progress.Sources[0]);
    }

    [Fact]
    public void Source_makes_a_phase_known_and_no_other()
    {
        var given = Given.Row.When(Speaks(July)).ThenAt(July);
        Assert.True(given.Progress.Knows("test", "1.1", Times.Now));
        Assert.False(given.Progress.Knows("production", "1.1", Times.Now));
        Assert.False(Given.Row.Progress.Knows("test", "1.1", Times.Now));
    }

    private static StepCommand.Import Says(string step, StepStatus status, string phase = "test") =>
        new(File, new(People.SocTrangId, phase, step), status, July);

    private static StepCommand.StateSource Speaks(DateTimeOffset at) => new(File, People.SocTrangId, "test", at, DatePrecision.Month, Letter);
}

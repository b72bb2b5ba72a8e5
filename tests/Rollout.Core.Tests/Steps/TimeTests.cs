using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Steps;

/// <summary>Rules 6 and 7: versions, and since when a change holds.</summary>
public sealed class TimeTests
{
    private static readonly DateTimeOffset LastWeek = Times.Now.AddDays(-7);

    [Fact]
    public void Change_holds_from_now_when_it_says_nothing() => Given.Row.When(People.SocTrang, "2.1", Reported).ThenAt(Times.Now);

    [Fact]
    public void Report_and_correction_may_lie_back()
    {
        Given.Row.When(People.SocTrang, "2.1", Reported, at: LastWeek).ThenAt(LastWeek);
        Given.Row.When(People.SocTrang, "2.1", Blocked, "Chờ", "btp", "waiting", at: LastWeek).ThenAt(LastWeek);
        Given.Row.When(People.Vpcp, "2.1", Done, "Theo công văn", at: LastWeek).ThenAt(LastWeek);
    }

    [Fact]
    public void Confirmation_may_not_lie_back()
    {
        var reported = Given.Row.Has("2.1", Reported, at: LastWeek);
        reported.When(People.Btp, "2.1", Done, at: Times.Yesterday).ThenRefused("at.confirmation");
        reported.When(People.Btp, "2.1", InProgress, "Thiếu", at: Times.Yesterday).ThenRefused("at.confirmation");
        Given.Row.When(People.Btp, "2.3", Done, at: Times.Yesterday).ThenRefused("at.confirmation");
    }

    [Fact]
    public void Confirmation_dated_now_does_not_lie_back() =>
        Given.Row.Has("2.1", Reported).When(People.Btp, "2.1", Done, at: Times.Now).ThenAt(Times.Now);

    [Fact]
    public void Future_is_refused() => Given.Row.When(People.SocTrang, "2.1", Reported, at: Times.Now.AddMilliseconds(1)).ThenRefused("at.future");

    [Fact]
    public void Before_the_cells_last_entry_is_refused_even_to_the_monitor()
    {
        var given = Given.Row.Has("2.1", InProgress, at: Times.Yesterday);
        given.When(People.SocTrang, "2.1", Reported, at: Times.Yesterday.AddMilliseconds(-1)).ThenRefused("at.beforeLast");
        given.When(People.Vpcp, "2.1", NotStarted, "Nhầm", at: LastWeek).ThenRefused("at.beforeLast");
        given.When(People.SocTrang, "2.1", Reported, at: Times.Yesterday).ThenAt(Times.Yesterday);
    }

    [Fact]
    public void Entry_that_changes_no_status_bounds_the_next_one_too() =>
        Given.Row.Sees("1.4", VerificationState.Passing, at: Times.Yesterday).When(People.SocTrang, "1.4", Reported, at: LastWeek)
            .ThenRefused("at.beforeLast");

    [Fact]
    public void Clock_set_back_never_makes_a_cell_go_back()
    {
        var given = Given.Row.Has("1.3", InProgress, at: Times.Now).AtTime(Times.Yesterday);
        given.When(People.SocTrang, "1.3", Reported).ThenAt(Times.Now);
        given.WhenSeen("1.3", VerificationState.Passing, seen: true, settled: true).ThenAt(Times.Now);
    }

    [Fact]
    public void Version_counts_status_changes_and_nothing_else()
    {
        var given = Given.Row;
        Assert.Equal(0, given.Cell("2.3").Version);
        given = given.Has("2.3", InProgress).Has("2.3", Reported);
        Assert.Equal(2, given.Cell("2.3").Version);
        given = given.Happened("2.3", new StepEvent.PartlyConfirmed("btp")).Sees("2.3", VerificationState.Failing);
        Assert.Equal(2, given.Cell("2.3").Version);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Version_other_than_the_cells_is_stale(int seen) =>
        Given.Row.Has("2.1", InProgress).Has("2.1", Reported).When(People.Btp, "2.1", Done, version: seen).ThenStale();

    [Fact]
    public void Partial_confirmation_does_not_make_the_others_version_stale() =>
        Given.Row.Has("2.3", Reported).Happened("2.3", new StepEvent.PartlyConfirmed("btp")).When(People.Ndxp, "2.3", Done, version: 1)
            .Then(Reported, Done, Basis.Confirmation);
}

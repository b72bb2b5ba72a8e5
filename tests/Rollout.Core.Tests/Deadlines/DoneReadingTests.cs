using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Deadlines;

/// <summary>Who was in time and who was late, of what is done.</summary>
public sealed class DoneReadingTests
{
    private const string Due = "{ by: 2024-07-10 }";

    [Fact]
    public void Report_in_time_is_in_time_however_late_its_confirmation()
    {
        var harbour = Harbour.With(first: Due).Has("A", "1.1", Reported, "2024-07-10 23:59:59.999").Has("A", "1.1", Done, "2024-08-20 08:00", Basis.Confirmation)
            .Has("B", "1.1", Reported, "2024-07-11 00:00").Has("B", "1.1", Done, "2024-07-11 08:00", Basis.Confirmation);
        Assert.Equal(["A 1.1 InTime 0 on 2024-07-10", "B 1.1 Late 1 on 2024-07-11"], harbour.Done());
    }

    [Fact]
    public void Returned_report_was_none()
    {
        var harbour = Harbour.With(first: Due).Has("A", "1.1", Reported, "2024-07-09 08:00").Has("A", "1.1", InProgress, "2024-07-10 08:00", Basis.Confirmation)
            .Has("A", "1.1", Reported, "2024-07-15 08:00").Has("A", "1.1", Done, "2024-07-16 08:00", Basis.Confirmation);
        Assert.Equal(["A 1.1 Late 3 on 2024-07-15"], harbour.Done());
    }

    [Fact]
    public void Obstacle_to_the_confirmation_makes_the_report_no_later()
    {
        var harbour = Harbour.With(first: Due).Has("A", "1.1", Reported, "2024-07-09 08:00").Has("A", "1.1", Blocked, "2024-07-10 08:00", on: "keepers")
            .Happened("A", "1.1", new StepEvent.StatusChanged(Blocked, Reported, Basis.Report), "2024-07-29 08:00")
            .Has("A", "1.1", Done, "2024-07-30 08:00", Basis.Confirmation);
        Assert.Equal(["A 1.1 InTime 0 on 2024-07-09"], harbour.Done());
    }

    [Fact]
    public void What_nobody_reported_counts_from_being_done() =>
        Assert.Equal(["A 1.1 Late 4 on 2024-07-16"], Harbour.With(first: Due).Has("A", "1.1", Done, "2024-07-16 08:00", Basis.Correction).Done());

    [Theory]
    [InlineData("2024-07-10 00:00", DatePrecision.Day, "InTime 0 on 2024-07-10")]
    [InlineData("2024-07-15 00:00", DatePrecision.Day, "NotDated 0 on 2024-07-15")]
    [InlineData("2024-07-05 00:00", DatePrecision.Month, "NotDated 0 on 2024-07-31")]
    [InlineData("2024-06-15 00:00", DatePrecision.Month, "InTime 0 on 2024-06-30")]
    public void Published_state_says_only_that_it_was_done_by_then(string at, DatePrecision precision, string said) =>
        Assert.Equal([$"A 1.1 {said}"], Harbour.With(first: Due).Has("A", "1.1", Done, at, Basis.Baseline, precision: precision).Done());

    [Fact]
    public void Open_steps_and_steps_without_a_deadline_are_not_told() =>
        Assert.Empty(Harbour.With(first: Due).Has("A", "1.1", Reported, "2024-07-09 08:00").Has("A", "1.2", Done, "2024-07-09 08:00", Basis.Correction).Done());
}

using Rollout.Core.Standings;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Deadlines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Standings;

/// <summary>A programme in one line.</summary>
public sealed class ProgrammeStandingTests
{
    [Fact]
    public void First_programme_stands_as_its_baselines_say_phase_by_phase()
    {
        var standing = ProgrammeStanding.Of(LienThong.WithBaselines().Board, Times.Now, VietNam.Days);
        Assert.Equal((63, 1260, true, false), (standing.Participants, standing.AllCells, standing.IsKnown, standing.IsClosed));
        Assert.Equal([630, 630], standing.Cells);
        Assert.Equal([54, 10], standing.Done);
        Assert.Equal(64, standing.AllDone);
    }

    [Fact]
    public void Programme_without_deadlines_has_nobody_late_rather_than_none()
    {
        var standing = ProgrammeStanding.Of(Lights.Ledger().Board, Times.Now, VietNam.Days);
        Assert.Equal((null, null, null), (standing.Due, standing.Overdue, standing.Soon));
        Assert.False(standing.IsKnown);
    }

    [Fact]
    public void Overdue_and_soon_are_counted_over_all_phases_with_the_next_last_day()
    {
        var harbour = Harbour.With(first: "{ rehearsal: { by: 2024-07-10 }, season: { by: 2024-08-05 } }").Has("A", "1.1", StepStatus.Done, "2024-07-01 08:00", Basis.Confirmation);
        var standing = ProgrammeStanding.Of(harbour.Board, Times.Now, VietNam.Days);
        // Nobody has spoken of the season yet, so that nobody is charged with it.
        Assert.Equal((2, 0), (standing.Overdue, standing.Soon));
        Assert.Equal([1, 0], standing.Done);
    }

    [Fact]
    public void Row_alone_stands_for_itself()
    {
        var harbour = Harbour.With(first: "{ by: 2024-07-10 }").Has("A", "1.1", StepStatus.Done, "2024-07-01 08:00", Basis.Confirmation);
        var (done, late) = (Of("A"), Of("B"));
        Assert.Equal((1, 0, 1, 4), (done.AllDone, done.Overdue, done.Participants, done.AllCells));
        Assert.Equal((0, 1), (late.AllDone, late.Overdue));

        ProgrammeStanding Of(string code) => ProgrammeStanding.Of(harbour.Board, harbour.Board.Find(code)!, Times.Now, VietNam.Days);
    }

    [Theory]
    [InlineData("2024-07-31", true)]
    [InlineData("2024-08-01", true)]
    [InlineData("2024-08-02", false)]
    public void Closed_programme_has_nobody_late_from_its_first_closed_day(string on, bool closed)
    {
        var yaml = Harbour.Yaml(first: "{ by: 2024-07-10 }").Replace("lead: guild\n", $"lead: guild\nclosed: {{ on: {on} }}\n", StringComparison.Ordinal);
        var standing = ProgrammeStanding.Of(Harbour.Silent(yaml).Board, Times.Now, VietNam.Days);
        Assert.Equal((closed, closed), (standing.IsClosed, standing.Due is null));
    }
}

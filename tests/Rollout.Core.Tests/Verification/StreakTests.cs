using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;

namespace Rollout.Core.Tests.Verification;

/// <summary>Rule 4: only passes and the participant's own faults move a streak.</summary>
public sealed class StreakTests
{
    [Fact]
    public void Passes_are_counted_and_remembered_for_ever()
    {
        var streak = Streaks.Of("pp");
        Assert.Equal((2, 0, true), (streak.Passes, streak.Failures, streak.EverPassed));
        Assert.True(Streaks.Of("ppfff").EverPassed);
        Assert.False(Streaks.Of("fs").EverPassed);
    }

    [Theory]
    [InlineData("ff", 2)]
    [InlineData("fg", 2)]
    [InlineData("fpf", 1)]
    public void Own_failures_in_a_row_are_counted(string results, int failures) => Assert.Equal(failures, Streaks.Of(results).Failures);

    [Theory]
    [InlineData('s')]
    [InlineData('c')]
    public void Fault_of_our_own_or_of_an_agency_moves_nothing_but_the_last_fault(char fault)
    {
        foreach (var before in (string[])["", "pp", "fff", "pf"])
        {
            var (plain, with) = (Streaks.Of(before), Streaks.Of(before + fault));
            Assert.Equal(plain with { Last = with.Last }, with);
            Assert.Equal(fault == 's' ? "self" : "ndxp", with.Last!.Owner);
        }
    }

    [Fact]
    public void Pass_ends_a_row_of_failures_and_forgets_the_fault()
    {
        var streak = Streaks.Of("ffp");
        Assert.Equal((1, 0, null, null), (streak.Passes, streak.Failures, streak.FailingSince, streak.Last));
    }

    [Fact]
    public void Row_of_failures_began_at_its_first_even_when_others_faults_lie_between()
    {
        Assert.Equal(Streaks.Start.AddMinutes(5), Streaks.Of("pfcsf").FailingSince);
        Assert.Equal(Streaks.Start.AddMinutes(10), Streaks.Of("fpf").FailingSince);
    }

    [Fact]
    public void Counted_is_the_last_result_that_said_something_of_the_participant() =>
        Assert.Equal(Streaks.Start.AddMinutes(5), Streaks.Of("ppcs").Counted);

    [Fact]
    public void Result_passes_when_it_has_no_fault()
    {
        var target = new ProbeTarget(1, "lien-thong", People.SocTrangId, "test", "receive", new("https://example.test/"));
        var result = new ProbeResult(target, "receive", Times.Now, null, new(null, null, null, null, 1), null, null);
        Assert.True(result.Passed);
        Assert.Equal(Streak.Empty.After(null, Times.Now), Streak.Empty.After(result));
        Assert.False((result with { Fault = new("self", "dns", "") }).Passed);
    }
}

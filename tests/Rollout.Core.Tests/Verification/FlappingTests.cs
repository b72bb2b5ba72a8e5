using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;
using static Rollout.Core.Steps.VerificationState;

namespace Rollout.Core.Tests.Verification;

/// <summary>Who goes back and forth does not fill the ledger with verdicts, and somebody else's fault is forgiven.</summary>
public sealed class FlappingTests
{
    private const string Swings = "pppfff";

    [Theory]
    [InlineData("pppppppppp", false)]
    [InlineData("pppfffpppfff", false)]
    [InlineData("pppfffpppfffpppfff", true)]
    [InlineData("pfpfpf", true)]
    [InlineData("pppfffpppfffpppfffppppppppppppppp", false)]
    public void Flaps_when_it_turned_five_times_within_twenty_one_results(string results, bool flaps) => Assert.Equal(flaps, Streaks.Of(results).Flaps);

    [Fact]
    public void Day_of_flapping_writes_few_entries()
    {
        var cell = new StepState { Status = StepStatus.InProgress };
        var verdicts = 0;
        var results = string.Concat(Enumerable.Repeat(Swings, 48));
        for (var n = 1; n <= results.Length; n++)
            if (Judgement.Of(new(People.SocTrangId, "test", "1.4"), cell, [new("gateway", Streaks.Of(results[..n]), VerificationPolicy.Usual, Streaks.Interval)], Streaks.EndOf(results[..n])) is { } said
                && said.Verification != cell.Verification)
            {
                cell = cell with { Verification = said.Verification, VerifiedSince = Streaks.EndOf(results[..n]) };
                verdicts++;
            }
        Assert.InRange(verdicts, 1, 8);
    }

    [Fact]
    public void End_of_flapping_is_a_verdict_again()
    {
        var results = string.Concat(Enumerable.Repeat(Swings, 8)) + new string('p', 12);
        var said = Judgement.Of(
            new(People.SocTrangId, "test", "1.4"), new() { Verification = Failing }, [new("gateway", Streaks.Of(results), VerificationPolicy.Usual, Streaks.Interval)], Streaks.EndOf(results));
        Assert.Equal(Passing, said?.Verification);
    }

    [Fact]
    public void Forgiven_failures_leave_the_streak_as_it_was()
    {
        var fault = new Fault("ndxp", "http.502", "bad gateway");
        var before = Streaks.Of("pppp");
        var forgiven = Streaks.Of("ppppff").Forgiven(fault);
        Assert.Equal(before with { Last = fault }, forgiven);
        Assert.Equal(5, forgiven.After(null, Times.Now).Passes);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 2)]
    [InlineData(24, 4)]
    [InlineData(36, 8)]
    [InlineData(48, 12)]
    [InlineData(5000, 12)]
    public void Long_dead_are_looked_at_ever_more_seldom(int withoutPass, int factor) => Assert.Equal(factor, BackOff.Factor(withoutPass));
}

using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Verification;

namespace Rollout.Core.Tests.Steps;

/// <summary>Whom a mandate means, and whose addresses retire, once provinces were joined.</summary>
public sealed class SuccessionTests
{
    private static readonly ImmutableArray<Lineage> Lineages = [Sets.Merger];
    private static readonly DateOnly Joined = new(2025, 7, 1);

    [Theory]
    [InlineData("participant:provinces-63/94", "participant:provinces-34/92")]
    [InlineData("participant:provinces-63/94,provinces-63/92,provinces-63/93", "participant:provinces-34/92")]
    [InlineData("participant:provinces-63/94,provinces-34/92", "participant:provinces-34/92")]
    [InlineData("vendor:provinces-63/01,provinces-63/02", "vendor:provinces-34/01,provinces-34/08")]
    [InlineData("participant:provinces-63/15,provinces-34/15", "participant:provinces-34/15")]
    [InlineData("participant:provinces-34/92", null)]
    [InlineData("participant:central-2024/evn", null)]
    [InlineData("monitor", null)]
    public void Mandate_goes_to_whoever_took_over(string role, string? after) => Assert.Equal(after, Of(role, Joined));

    [Fact]
    public void Before_the_day_nobody_was_taken_over() => Assert.Null(Of("participant:provinces-63/94", Joined.AddDays(-1)));

    [Theory]
    [InlineData("94", true)]
    [InlineData("92", true)]
    [InlineData("01", false)]
    public void Addresses_of_those_who_were_joined_retire_on_that_day_and_others_go_on(string code, bool retired)
    {
        var programme = LienThong.Programme;
        Assert.Equal(retired, Retirement.Of(programme, new("provinces-63", code), Lineages, Joined));
        Assert.False(Retirement.Of(programme, new("provinces-63", code), Lineages, Joined.AddDays(-1)));
        Assert.False(Retirement.Of(programme, new("provinces-63", code), [], Joined));
    }

    [Fact]
    public void Addresses_of_a_closed_programme_retire_with_it()
    {
        var closed = LienThong.Programme with { Closing = new(new(2025, 1, 1), null, null) };
        Assert.False(Retirement.Of(closed, new("provinces-63", "01"), [], new(2024, 12, 31)));
        Assert.True(Retirement.Of(closed, new("provinces-63", "01"), [], new(2025, 1, 1)));
    }

    private static string? Of(string role, DateOnly day) => Mandate.TryParse(role, out var mandate) ? Succession.Of(mandate, Lineages, day)?.ToString() : throw new InvalidDataException(role);
}

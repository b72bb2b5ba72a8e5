using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Calendar;
using Rollout.Core.Retention;

namespace Rollout.Core.Tests.Properties;

/// <summary>Which copies stay, whenever they were taken.</summary>
public sealed class KeepRuleProperties
{
    private static readonly Gen<KeepRule> Rules =
        from newest in Gen.Choose(0, 3)
        from days in Gen.Choose(0, 20)
        from weeks in Gen.Choose(0, 10)
        from months in Gen.Choose(0, 26)
        select new KeepRule(newest, days, weeks, months);

    /// <summary>Hours from a copy to the next: mostly a day, sometimes minutes, sometimes a month without any.</summary>
    private static readonly Gen<int[]> Pauses = Gen.Frequency((6, Gen.Constant(24)), (2, Gen.Choose(0, 48)), (1, Gen.Choose(0, 1500))).ArrayOf(120);

    private static readonly Gen<(KeepRule Rule, ImmutableArray<DateTimeOffset> Taken)> Stories =
        from rule in Rules
        from pauses in Pauses
        select (rule, Times(pauses));

    [Fact]
    public void Newest_stays_and_nothing_stays_that_was_not_there() => Check((rule, taken) =>
    {
        var kept = rule.Of(taken);
        Assert.Subset(taken.ToHashSet(), kept.ToHashSet());
        if (!taken.IsEmpty) Assert.Contains(taken.Max(), kept);
        Assert.True(kept.Count <= Math.Max(1, rule.Newest) + rule.Days + rule.Weeks + rule.Months);
    });

    [Fact]
    public void Removing_again_or_in_another_order_removes_no_more() => Check((rule, taken) =>
    {
        var kept = rule.Of(taken);
        Assert.Equal(kept.Order(), rule.Of(kept).Order());
        Assert.Equal(kept.Order(), rule.Of(taken.Reverse()).Order());
    });

    [Fact]
    public void Removing_after_every_copy_leaves_the_same_as_removing_once_at_the_end() => Check((rule, taken) =>
    {
        var left = ImmutableHashSet<DateTimeOffset>.Empty;
        foreach (var copy in taken) left = rule.Of(left.Add(copy));
        Assert.Equal(rule.Of(taken).Order(), left.Order());
    });

    [Fact]
    public void Each_of_the_newest_days_weeks_and_months_keeps_its_last() => Check((rule, taken) =>
    {
        var kept = rule.Of(taken);
        Covers(rule.Days, t => HanoiTime.DayOf(t));
        Covers(rule.Weeks, t => HanoiTime.DayOf(t).AddDays(-(((int)HanoiTime.DayOf(t).DayOfWeek + 6) % 7)));
        Covers(rule.Months, t => new DateOnly(HanoiTime.DayOf(t).Year, HanoiTime.DayOf(t).Month, 1));

        void Covers(int count, Func<DateTimeOffset, DateOnly> span) =>
            Assert.All(taken.GroupBy(span).OrderByDescending(g => g.Key).Take(count), g => Assert.Contains(g.Max(), kept));
    });

    [Fact]
    public void Who_keeps_more_keeps_all_that_who_keeps_less_does() => Check((rule, taken) =>
    {
        var more = new KeepRule(rule.Newest + 1, rule.Days + 1, rule.Weeks + 1, rule.Months + 1);
        Assert.Subset(more.Of(taken).ToHashSet(), rule.Of(taken).ToHashSet());
    });

    [Fact]
    public void Three_years_of_days_leave_two_weeks_two_months_and_two_years()
    {
        var first = HanoiTime.StartOf(new(2024, 1, 1)).AddHours(2);
        var kept = KeepRule.Usual.Of(Enumerable.Range(0, 3 * 365).Select(d => first.AddDays(d))).Order().ToList();
        Assert.Equal(24, kept.Select(k => (k.Year, k.Month)).Distinct().Count());
        Assert.Equal(first.AddDays((3 * 365) - 1), kept[^1]);
        Assert.Equal(Enumerable.Range(0, 14).Select(d => kept[^1].AddDays(-d)), kept.AsEnumerable().Reverse().Take(14));
    }

    private static void Check(Action<KeepRule, ImmutableArray<DateTimeOffset>> holds) =>
        Prop.ForAll(Stories.ToArbitrary(), story => holds(story.Rule, story.Taken)).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithQuietOnSuccess(true));

    private static ImmutableArray<DateTimeOffset> Times(int[] pauses)
    {
        var at = HanoiTime.StartOf(new(2024, 1, 31)).AddHours(23.5);
        return [.. pauses.Select(hours => at = at.AddHours(hours)).Distinct()];
    }
}

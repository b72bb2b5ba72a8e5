using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Components.Charts;
using Rollout.Web.Components.Layout;
using Rollout.Web.Components.Pages;
using Rollout.Web.Components.Shared;
using Rollout.Web.Components.Todo;
using Rollout.Web.Settings;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>A change draws what it changed and nothing else, in turns, and never on its writer's time.</summary>
public sealed class DrawingTests : PageTest
{
    private string Phase => Programme.Phases[0].Key;

    [Fact]
    public async Task Change_draws_only_the_parts_of_the_overview_that_say_something_new()
    {
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Phase, Programme.Steps[0].Key, StepStatus.InProgress);
        var page = Open<OverviewPage>("/");
        // A second step of the same row: neither the map nor the bars nor the trend has anything new to say.
        await RecordAsync(row.Participant.Code, Phase, Programme.Steps[1].Key, StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".latest .rows-step"), s => s.TextContent.StartsWith(Programme.Steps[1].Key, StringComparison.Ordinal)));
        Assert.Equal(
            (1, 1, 1), (page.FindComponent<ProvinceMap>().RenderCount, page.FindComponent<SystemBars>().RenderCount, page.FindComponent<TrendChart>().RenderCount));
    }

    [Fact]
    public async Task Counter_of_nobodys_work_is_not_drawn_again()
    {
        var (count, page) = (Circuit.Render<InboxCount>(), Open<OverviewPage>("/"));
        var row = Untouched();
        await RecordAsync(row.Participant.Code, Phase, Programme.Steps[0].Key, StepStatus.InProgress);
        page.WaitForAssertion(() => Assert.Contains(row.Participant.Name, page.Find(".latest").TextContent, StringComparison.Ordinal));
        Assert.Equal(1, count.RenderCount);
    }

    [Fact]
    public void Parts_that_show_nothing_of_the_board_do_not_follow_it()
    {
        var before = Get<BoardStore>().ListenerCount;
        Circuit.Render<LiveState>();
        Assert.Equal(before, Get<BoardStore>().ListenerCount);
    }

    [Fact]
    public async Task Pages_draw_in_turns_of_as_many_as_there_are_processors()
    {
        using var turns = new PageTurns(TimeProvider.System);
        var (open, most, counting) = (0, 0, new Lock());
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount * 8).Select(_ => turns.TakeAsync(DrawAsync, CancellationToken.None)));
        Assert.InRange(most, 1, Environment.ProcessorCount);

        async Task DrawAsync()
        {
            lock (counting) most = Math.Max(most, ++open);
            await Task.Yield();
            lock (counting) open--;
        }
    }

    [Fact]
    public async Task Page_that_is_busy_holds_up_neither_the_writer_nor_the_others()
    {
        using var turns = new PageTurns(TimeProvider.System);
        var busy = new TaskCompletionSource();
        var all = Enumerable.Range(0, Environment.ProcessorCount * 2).Select(_ => turns.TakeAsync(() => busy.Task, CancellationToken.None)).ToArray();
        await turns.TakeAsync(() => Task.CompletedTask, CancellationToken.None);
        Assert.All(all, t => Assert.False(t.IsCompleted));
        busy.SetResult();
        await Task.WhenAll(all);
    }

    [Fact]
    public async Task Page_that_was_left_before_its_turn_is_not_drawn()
    {
        using var turns = new PageTurns(TimeProvider.System);
        using var left = new CancellationTokenSource();
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turns.TakeAsync(() => throw new InvalidOperationException(), left.Token));
        // Its place is free again.
        for (var i = 0; i <= Environment.ProcessorCount; i++) await turns.TakeAsync(() => Task.CompletedTask, CancellationToken.None);
    }

    [Fact]
    public async Task Demo_says_from_where_and_how_fast_the_browser_counts_its_date_on()
    {
        var (start, until) = (new DateTimeOffset(2024, 8, 1, 8, 0, 0, TimeSpan.FromHours(7)), new DateTimeOffset(2024, 12, 31, 0, 0, 0, TimeSpan.FromHours(7)));
        await using var demo = new BunitContext();
        demo.Services.AddSingleton(DomainClock.Fast(new TestTime(), start, 3600, until)).AddSingleton(new RolloutSettings { DemoSpeed = 3600 });
        demo.Services.AddFallbackServiceProvider(Server.Services);
        var clock = demo.Render<DemoBanner>().Find(".demo-clock");
        Assert.Equal("01/08/2024 08:00", clock.TextContent);
        Assert.Equal(
            [$"{start.ToUnixTimeMilliseconds()}", "3600", $"{until.ToUnixTimeMilliseconds()}"],
            new[] { "data-now", "data-speed", "data-until" }.Select(n => clock.GetAttribute(n)));
    }
}

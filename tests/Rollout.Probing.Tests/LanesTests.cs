namespace Rollout.Probing.Tests;

public class LanesTests
{
    [Fact]
    public async Task Work_beyond_the_places_waits()
    {
        var lanes = new Lanes(3);
        var (started, go) = (0, new TaskCompletionSource());
        var all = Enumerable.Range(0, 8).Select(i => lanes.RunAsync($"host{i}", urgent: false, async _ =>
        {
            Interlocked.Increment(ref started);
            await go.Task;
            return i;
        }, Given.Token)).ToList();
        // Work starts at once where it may, so there is nothing to wait for here.
        Assert.Equal(3, Volatile.Read(ref started));
        go.SetResult();
        Assert.Equal(Enumerable.Range(0, 8), await Task.WhenAll(all));
        Assert.Equal(8, started);
    }

    [Fact]
    public async Task Work_that_waits_for_its_key_takes_no_place()
    {
        var lanes = new Lanes(2);
        var go = new TaskCompletionSource();
        var first = lanes.RunAsync("a", urgent: false, _ => HoldAsync(go), Given.Token);
        var second = lanes.RunAsync("a", urgent: false, _ => HoldAsync(go), Given.Token);
        var third = lanes.RunAsync("a", urgent: false, _ => HoldAsync(go), Given.Token);
        Assert.Equal(7, await lanes.RunAsync("b", urgent: false, _ => Task.FromResult(7), Given.Token));
        Assert.False(first.IsCompleted || second.IsCompleted || third.IsCompleted);
        go.SetResult();
        await Task.WhenAll(first, second, third);
    }

    [Fact]
    public async Task Work_of_one_key_goes_one_at_a_time_in_order()
    {
        var lanes = new Lanes(8);
        var (inside, order) = (0, new List<int>());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => lanes.RunAsync("a", urgent: false, async _ =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside));
            await Task.Yield();
            order.Add(i);
            Interlocked.Decrement(ref inside);
            return i;
        }, Given.Token)));
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    [Fact]
    public async Task Work_that_fails_or_is_cancelled_lets_the_next_in()
    {
        var lanes = new Lanes(1);
        using var stop = new CancellationTokenSource();
        var go = new TaskCompletionSource();
        var first = lanes.RunAsync<int>("a", urgent: false, async _ =>
        {
            await go.Task;
            throw new InvalidOperationException();
        }, Given.Token);
        var cancelled = lanes.RunAsync("a", urgent: false, _ => Task.FromResult(1), stop.Token);
        var next = lanes.RunAsync("a", urgent: false, _ => Task.FromResult(2), Given.Token);
        await stop.CancelAsync();
        Assert.False(next.IsCompleted);
        go.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(2, await next);
    }

    [Fact]
    public async Task Urgent_work_goes_before_what_waits_for_a_place_and_for_its_key()
    {
        var lanes = new Lanes(1);
        var (go, order) = (new TaskCompletionSource(), new List<string>());
        Task<int> Add(string key, bool urgent, string name) => lanes.RunAsync(key, urgent, _ =>
        {
            order.Add(name);
            return Task.FromResult(0);
        }, Given.Token);
        var all = new List<Task<int>> { lanes.RunAsync("a", urgent: false, _ => HoldAsync(go), Given.Token) };
        all.AddRange([Add("a", false, "a1"), Add("b", false, "b1"), Add("c", true, "c urgent"), Add("a", true, "a urgent")]);
        go.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(["c urgent", "a urgent", "b1", "a1"], order);
    }

    private static async Task<int> HoldAsync(TaskCompletionSource go)
    {
        await go.Task;
        return 0;
    }
}

namespace Rollout.Probing.Tests;

public class LanesTests
{
    [Fact]
    public async Task Work_beyond_the_places_waits()
    {
        using var lanes = new Lanes(3);
        var (started, go) = (0, new TaskCompletionSource());
        var all = Enumerable.Range(0, 8).Select(i => lanes.RunAsync($"host{i}", async _ =>
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
        using var lanes = new Lanes(2);
        var go = new TaskCompletionSource();
        var first = lanes.RunAsync("a", _ => HoldAsync(go), Given.Token);
        var second = lanes.RunAsync("a", _ => HoldAsync(go), Given.Token);
        var third = lanes.RunAsync("a", _ => HoldAsync(go), Given.Token);
        Assert.Equal(7, await lanes.RunAsync("b", _ => Task.FromResult(7), Given.Token));
        Assert.False(first.IsCompleted || second.IsCompleted || third.IsCompleted);
        go.SetResult();
        await Task.WhenAll(first, second, third);
    }

    [Fact]
    public async Task Work_of_one_key_goes_one_at_a_time_in_order()
    {
        using var lanes = new Lanes(8);
        var (inside, order) = (0, new List<int>());
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => lanes.RunAsync("a", async _ =>
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
        using var lanes = new Lanes(1);
        using var stop = new CancellationTokenSource();
        var go = new TaskCompletionSource();
        var first = lanes.RunAsync<int>("a", async _ =>
        {
            await go.Task;
            throw new InvalidOperationException();
        }, Given.Token);
        var cancelled = lanes.RunAsync("a", _ => Task.FromResult(1), stop.Token);
        var next = lanes.RunAsync("a", _ => Task.FromResult(2), Given.Token);
        await stop.CancelAsync();
        Assert.False(next.IsCompleted);
        go.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(2, await next);
    }

    private static async Task<int> HoldAsync(TaskCompletionSource go)
    {
        await go.Task;
        return 0;
    }
}

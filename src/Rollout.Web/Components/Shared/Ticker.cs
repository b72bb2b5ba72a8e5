namespace Rollout.Web.Components.Shared;

/// <summary>Does something again and again while a part of a page is open, for what nobody tells of.</summary>
/// <param name="every">How often.</param>
/// <param name="time">By whose time.</param>
/// <param name="tick">What; it must go to the page's own thread by itself.</param>
public sealed class Ticker(TimeSpan every, TimeProvider time, Func<Task> tick) : IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>Begins; ends when it is disposed.</summary>
    public Ticker Begin()
    {
        _ = GoAsync(_left.Token);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    private async Task GoAsync(CancellationToken left)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(left)) await tick();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}

namespace Rollout.Web.Components.Shared;

/// <summary>
/// When a change wakes hundreds of open pages they draw themselves in turns, as many at once as there are processors: whoever wrote the change
/// waits for none of them, and between two pages every other request finds its place.
/// </summary>
/// <param name="time">By whose time a page that is busy with something else is passed over.</param>
public sealed class PageTurns(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>Lets a page draw itself when its turn comes, never on the caller's time.</summary>
    /// <param name="draw">What the page does.</param>
    /// <param name="left">The page was left: then nothing is drawn.</param>
    public async Task TakeAsync(Func<Task> draw, CancellationToken left)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await _places.WaitAsync(left);
        Task drawing;
        try
        {
            drawing = draw();
            // One that is busy draws later, but others do not wait for it.
            await drawing.WaitAsync(Patience, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            _places.Release();
        }
        await drawing;
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();
}

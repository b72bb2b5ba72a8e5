namespace Rollout.Web.Components.Shared;

/// <summary>A file that somebody picked and that is not kept yet: on its way, or refused.</summary>
/// <param name="name">Its name.</param>
/// <param name="size">Its size, as the browser says it.</param>
internal sealed class PickedFile(string name, long size) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>How much has come, in percent.</summary>
    public int Percent { get; private set; }

    /// <summary>Why it is not taken; null while it is on its way.</summary>
    public string? Mistake { get; set; }

    /// <summary>Gives up when somebody cancels.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Notes how much has come; true when that is worth showing.</summary>
    public bool Came(long bytes)
    {
        var percent = size <= 0 ? 100 : (int)Math.Min(100, bytes * 100 / size);
        if (percent < Percent + 5 && percent != 100) return false;
        Percent = percent;
        return true;
    }

    /// <summary>Cancels it.</summary>
    public void Stop() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}

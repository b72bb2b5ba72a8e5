namespace Rollout.Storage.Contents;

/// <summary>A file that has come but is not kept yet; gone when nobody keeps it.</summary>
internal sealed class FileArrival(string path, FileStream content) : IAsyncDisposable
{
    private string _place = "";
    private bool _kept;

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Its bytes.</summary>
    public FileStream Content => content;

    /// <summary>All of it is here.</summary>
    public void Arrived(string hash, string place) => (Hash, _place) = (hash, place);

    /// <summary>Gives it its place; the same bytes that stood there already are the same file.</summary>
    public void Keep()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_place)!);
        File.Move(path, _place, overwrite: true);
        _kept = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await content.DisposeAsync();
        if (!_kept) File.Delete(path);
    }
}

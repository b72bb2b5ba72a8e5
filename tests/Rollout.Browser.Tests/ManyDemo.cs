namespace Rollout.Browser.Tests;

/// <summary>A quiet demo with a generated programme of 3,321 participants beside its own.</summary>
public sealed class ManyDemo : QuietDemo
{
    private readonly string _copy = Directory.CreateTempSubdirectory("rollout-many-").FullName;
    private string? _program;

    protected override string Program => _program ??= ManyParticipants.CopyInto(base.Program, _copy);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_copy, recursive: true);
        GC.SuppressFinalize(this);
    }
}

namespace Rollout.Browser.Tests;

/// <summary>A quiet demo whose server is ended and started again under open pages.</summary>
public sealed class CutDemo : QuietDemo
{
    public Task CutAsync() => KillServerAsync();

    public Task ComeBackAsync() => StartServerAsync();
}

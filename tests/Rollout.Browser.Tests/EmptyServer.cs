namespace Rollout.Browser.Tests;

/// <summary>A real installation on its first day: nothing imported, nobody's state known, no account made.</summary>
public sealed class EmptyServer : Demo
{
    protected override string[] Options => [];

    protected override (string Name, string Value)[] Settings => [("Access__PublicRead", "true")];
}

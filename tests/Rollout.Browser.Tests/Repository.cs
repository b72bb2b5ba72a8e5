namespace Rollout.Browser.Tests;

/// <summary>The repository the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Rollout.sln")) ? folder.FullName : Find(folder.Parent ?? throw new DirectoryNotFoundException("Rollout.sln"));
}

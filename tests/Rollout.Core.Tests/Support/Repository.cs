namespace Rollout.Core.Tests.Support;

/// <summary>The repository's own files: the folder with Rollout.sln, found by walking up.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Source => Path.Combine(Root, "src");

    public static string Text(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rollout.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Rollout.sln.");
    }
}

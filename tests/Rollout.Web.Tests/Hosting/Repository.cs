namespace Rollout.Web.Tests.Hosting;

/// <summary>The repository the tests run in, for its data files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static string Data(params string[] path) => Path.Combine([Root, "data", .. path]);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Rollout.sln")) ? folder.FullName : Find(folder.Parent ?? throw new DirectoryNotFoundException("Rollout.sln"));
}

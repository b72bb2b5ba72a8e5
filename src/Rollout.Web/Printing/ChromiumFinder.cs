namespace Rollout.Web.Printing;

/// <summary>Finds a browser that prints: the one the settings name, or one of the usual names and places.</summary>
public static class ChromiumFinder
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/snap/bin/chromium",
    ];

    private static readonly string[] WindowsPlaces = [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>The path of the program; null when there is none.</summary>
    /// <param name="named">What the settings name: then no other is taken.</param>
    public static string? Find(string? named) => named is null
        ? Names.Select(OnPath).Concat(Places.Where(File.Exists)).Concat(OnWindows()).FirstOrDefault(p => p is not null)
        : File.Exists(named) ? named : OnPath(named);

    private static string? OnPath(string name)
    {
        if (name.AsSpan().IndexOfAny('/', '\\') >= 0) return null;
        var file = OperatingSystem.IsWindows() && !name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name + ".exe" : name;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string?> OnWindows() => !OperatingSystem.IsWindows() ? [] :
        from folder in (Environment.SpecialFolder[])[Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData]
        from place in WindowsPlaces
        let path = Path.Combine(Environment.GetFolderPath(folder), place)
        where File.Exists(path)
        select path;
}

namespace Rollout.Browser.Tests;

/// <summary>Every page that shows state.</summary>
internal static class Pages
{
    public static readonly string[] All = ["/", "/lists", "/board", "/participants", "/participants/92"];

    /// <summary>Every page in both languages and themes.</summary>
    public static TheoryData<string, string, bool> Everywhere()
    {
        var all = new TheoryData<string, string, bool>();
        foreach (var path in All)
            foreach (var language in (string[])["vi", "en"])
                foreach (var dark in (bool[])[false, true]) all.Add(path, language, dark);
        return all;
    }
}

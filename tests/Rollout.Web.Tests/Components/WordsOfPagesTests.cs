using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>The pages' sources hold no words of their own: all stand in the resources, in both languages, and every key they name is there.</summary>
public sealed partial class WordsOfPagesTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "Rollout.Web");

    private static IEnumerable<(string File, string Text)> Sources =>
        Directory.EnumerateFiles(Path.Combine(Web, "Components"), "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Web, f), File.ReadAllText(f)));

    [Theory, InlineData("Texts.resx"), InlineData("Texts.en.resx")]
    public void Key_that_a_page_names_is_in_the_resources(string file)
    {
        var known = XDocument.Load(Path.Combine(Web, "Resources", file)).Descendants("data").Select(d => d.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        var unknown = Sources.SelectMany(s => Key().Matches(s.Text).Select(m => m.Groups["key"].Value).Where(k => !known.Contains(k)).Select(k => $"{s.File}: {k}")).ToList();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Page_holds_no_Vietnamese() => Assert.Empty(Sources.SelectMany(s => Letter().Matches(s.Text).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Page_is_shorter_than_200_lines() => Assert.Empty(Sources.Where(s => s.Text.AsSpan().Count('\n') >= 200).Select(s => s.File));

    [GeneratedRegex("([Tt]exts|Words)\\[\"(?<key>[a-z][A-Za-z.]+)\"[\\],]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Key();

    [GeneratedRegex("[À-ÖØ-öø-ỹ]+", RegexOptions.NonBacktracking)]
    private static partial Regex Letter();
}

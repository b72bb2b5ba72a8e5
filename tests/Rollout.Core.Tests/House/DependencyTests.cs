using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.House;

/// <summary>
/// The dependency rule: Core knows nobody; Probing, Storage and Documents know Core; the Simulator none; Web all, the Simulator from Demo alone.
/// </summary>
public sealed partial class DependencyTests
{
    private const string Core = "Rollout.Core";
    private const string Web = "Rollout.Web";
    private const string Simulator = "Rollout.Simulator";

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        [Core] = [],
        ["Rollout.Probing"] = [Core],
        ["Rollout.Storage"] = [Core],
        ["Rollout.Documents"] = [Core],
        [Simulator] = [],
        [Web] = [Core, "Rollout.Probing", "Rollout.Storage", "Rollout.Documents", Simulator],
    };

    private static readonly Dictionary<string, XDocument> Projects = Directory
        .EnumerateFiles(Repository.Source, "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => XDocument.Load(path));

    [Fact]
    public void Projects_are_those_of_the_house()
    {
        Assert.Empty(Projects.Keys.Except(MayKnow.Keys));
        Assert.Empty(MayKnow.Keys.Except([Web]).Except(Projects.Keys));
    }

    [Fact]
    public void Project_references_follow_the_rule() =>
        Assert.All(Projects, p =>
        {
            var references = Included(p.Value, "ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/'))).ToList();
            Assert.Empty(references.Except(MayKnow[p.Key]));
            if (MayKnow[p.Key] is [Core]) Assert.Equal([Core], references);
        });

    [Fact]
    public void Core_takes_a_yaml_parser_and_nothing_else()
    {
        Assert.Equal(["YamlDotNet"], Included(Projects[Core], "PackageReference"));
        Assert.Empty(Included(Projects[Core], "FrameworkReference"));
    }

    [Fact]
    public void Sources_follow_the_rule()
    {
        Assert.NotEmpty(SourceFile.All);
        Assert.Empty(SourceFile.All.SelectMany(Broken));
    }

    [Fact]
    public void Broken_rule_is_told()
    {
        Assert.Equal(["Rollout.Core/A.cs knows Rollout.Storage"], Broken(new("Rollout.Core/A.cs", "using Rollout.Storage.Ledgers;")));
        Assert.Equal(["Rollout.Web/Pages/A.razor knows Rollout.Simulator"], Broken(new("Rollout.Web/Pages/A.razor", "@using Rollout.Simulator")));
        Assert.Empty(Broken(new("Rollout.Web/Demo/A.cs", "using Rollout.Simulator; // Rollout.Core")));
        Assert.Empty(Broken(new("Rollout.Probing/A.cs", "using Rollout.Core.Steps; // not Rollout.Storage")));
    }

    private static IEnumerable<string> Broken(SourceFile file)
    {
        var known = ProjectName().Matches(file.Code).Select(m => m.Value).Distinct().Where(p => p != file.Project);
        string[] notHere = file.Path.StartsWith($"{Web}/Demo/", StringComparison.Ordinal) ? [] : [Simulator];
        return known.Except(MayKnow[file.Project].Except(notHere)).Select(p => $"{file.Path} knows {p}");
    }

    private static IEnumerable<string> Included(XDocument project, string element) =>
        project.Descendants(element).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    [GeneratedRegex(@"\bRollout\.(Core|Probing|Storage|Documents|Web|Simulator)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ProjectName();
}

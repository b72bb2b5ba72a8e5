using System.Text.RegularExpressions;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Guarding;

/// <summary>What SECURITY.md says of the standard's lines: each once, and no test that there is not.</summary>
public sealed partial class SecurityPaperTests
{
    private static readonly string[] States = ["met", "partly", "not yet", "not applicable"];

    private static readonly string Paper = File.ReadAllText(Path.Combine(Repository.Root, "src", "Rollout.Web", "SECURITY.md"));

    [Fact]
    public void Every_line_of_levels_one_and_two_stands_once_with_its_level_a_state_and_a_reason()
    {
        var lines = Lines().Matches(Paper);
        var wanted = File.ReadLines(Path.Combine(Repository.Root, "tests", "Rollout.Web.Tests", "Guarding", "asvs-5.0.txt")).Where(l => l.Length > 0 && l[0] != '#');
        Assert.Equal(wanted, lines.Select(m => $"{m.Groups["number"].Value} {m.Groups["level"].Value}"));
        Assert.All(lines, m =>
        {
            Assert.Contains(m.Groups["state"].Value, States);
            Assert.True(m.Groups["how"].Value.Trim().Length > 0 || m.Groups["tests"].Value.Trim().Length > 0, m.Value);
        });
        foreach (var state in States) Assert.Contains($"{lines.Count(m => m.Groups["state"].Value == state)} {state}", Paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_it_names_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToLookup(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        var named = Tests().Matches(Paper);
        Assert.InRange(named.Count, 100, 1000);
        Assert.All(named, m => Assert.True(sources[m.Groups["class"].Value].Any(s => s.Contains($" {m.Groups["method"].Value}(", StringComparison.Ordinal)), m.Value));
    }

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[12]) \| [^|]+ \| (?<state>[^|]+) \| (?<how>[^|]*)\| (?<tests>[^|]*)\|$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<method>[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tests();
}

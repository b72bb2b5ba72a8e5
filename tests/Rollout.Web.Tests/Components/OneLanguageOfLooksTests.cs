using System.Text.RegularExpressions;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Tests.Hosting;

namespace Rollout.Web.Tests.Components;

/// <summary>A state, a basis and an owner have one word, one colour and one sign each, given in one place: read from the sources.</summary>
public sealed partial class OneLanguageOfLooksTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "Rollout.Web");

    // Drawings order and skip paints by their name; they give none.
    private static readonly string[] Drawings = ["Components/Charts/ProvinceMap.razor", "Components/Matrix/MatrixRow.razor"];

    private static readonly string[] Words =
    [
        .. Of<StepStatus>("status"), .. Of<Basis>("basis"), .. Of<VerificationState>("verification"), .. Of<ConnectionStatus>("connection"), .. Of<ServiceState>("service"),
        "status.unknown", "status.assumed",
    ];

    private static IEnumerable<(string File, string Text)> Sources =>
        Directory.EnumerateFiles(Web, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => (File: Path.GetRelativePath(Web, f).Replace('\\', '/'), Text: File.ReadAllText(f)))
            .Where(s => !s.File.StartsWith("obj/", StringComparison.Ordinal) && !s.File.StartsWith("bin/", StringComparison.Ordinal));

    [Fact]
    public void Colour_of_a_look_is_named_in_one_place() => Assert.Empty(
        Sources.Where(s => !s.File.StartsWith("Components/Shared/Looks", StringComparison.Ordinal) && !Drawings.Contains(s.File))
            .SelectMany(s => Paint().Matches(s.Text).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Word_of_a_state_is_named_in_one_place() => Assert.Empty(
        Sources.Where(s => s.File != "Resources/StateKeys.cs")
            .SelectMany(s => Words.Where(w => s.Text.Contains($"\"{w}\"", StringComparison.Ordinal)).Concat(Made().Matches(s.Text).Select(m => m.Value)).Select(w => $"{s.File}: {w}")));

    [Fact]
    public void Badge_of_a_state_is_drawn_by_its_own_component() => Assert.Empty(
        Sources.Where(s => !s.File.EndsWith("Badge.razor", StringComparison.Ordinal)).SelectMany(s => Bare().Matches(s.Text).Select(m => $"{s.File}: {m.Value}")));

    [Fact]
    public void Field_with_a_hint_is_described_by_it() => Assert.Empty(
        Sources.SelectMany(s => Frame().Matches(s.Text).Where(m => m.Groups["head"].Value.Contains(" Hint=", StringComparison.Ordinal)
            && !Regex.IsMatch(m.Groups["field"].Value, "aria-describedby=.*-hint", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(m => $"{s.File}: {m.Groups["head"].Value}")));

    private static IEnumerable<string> Of<T>(string kind) where T : struct, Enum => Core.Wording.Words.All<T>().Select(w => $"{kind}.{w}");

    [GeneratedRegex("\"is-(done|pass|open|progress|assumed|none|unknown|unseen|waiting|blocked|fail|interrupted|stale|plain|owner)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Paint();

    [GeneratedRegex("\\$\"(status|basis|verification|connection|service)\\.\\{", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Made();

    [GeneratedRegex("<Badge Look=\"Looks\\.Of\\([^\"]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex("(?<head><FieldFrame [^\\n]*>)(?<field>.*?)</FieldFrame>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Frame();
}

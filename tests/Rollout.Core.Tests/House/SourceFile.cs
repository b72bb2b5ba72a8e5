using System.Text.RegularExpressions;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.House;

/// <summary>A source file under src: its path there, with slashes, and its text.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Every C# and Razor file of src that people write.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Source, "*.*", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(Repository.Source, path).Replace('\\', '/'))
            .Where(path => IsSource().IsMatch(path) && !IsGenerated().IsMatch(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, Repository.Text("src", path))),
    ];

    public string Project => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    public string Folder => Path[..Path.LastIndexOf('/')];

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>The path without its ending: a page and its code are one thing.</summary>
    public string Stem => Ending().Replace(Path, "");

    /// <summary>The text without comments and without what stands in quotes.</summary>
    public string Code { get; } = CommentOrQuote().Replace(Text, "");

    [GeneratedRegex(@"\.(cs|razor)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsSource();

    [GeneratedRegex(@"/(obj|bin|Migrations)/|\.Designer\.cs$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IsGenerated();

    [GeneratedRegex(@"(\.razor)?\.cs$|\.razor$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();

    [GeneratedRegex("""
        '(\\.|[^'\\\n])'|//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@|\"{3}[\s\S]*?\"{3}|"(\\.|[^"\\\n])*"
        """, RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex CommentOrQuote();
}

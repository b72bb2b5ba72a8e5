using System.Text.RegularExpressions;

namespace Rollout.Core.Tests.House;

/// <summary>Later programmes are data, not code: nothing in src knows a word of any.</summary>
public sealed partial class ProgrammeWordsTests
{
    [Fact]
    public void No_source_file_knows_a_word_of_a_programme()
    {
        Assert.NotEmpty(SourceFile.All);
        Assert.Empty(SourceFile.All.SelectMany(Words));
    }

    [Fact]
    public void Word_is_told_with_its_line_unless_a_doc_comment_quotes_it()
    {
        var file = new SourceFile(
            "Rollout.Web/A.cs", "/// <c>dvclt</c>\nvar a = \"Dvclt\";\nvar dvcltLike = 1; // c06x\n<p>cần thơ</p>\n\"lien-thong\"");
        Assert.Equal(["Rollout.Web/A.cs:2: Dvclt", "Rollout.Web/A.cs:4: cần thơ", "Rollout.Web/A.cs:5: lien-thong"], Words(file));
    }

    private static IEnumerable<string> Words(SourceFile file) =>
        file.Text.Split('\n').Index()
            .Where(line => !line.Item.TrimStart().StartsWith("///", StringComparison.Ordinal))
            .SelectMany(line => Word().Matches(line.Item).Select(m => $"{file.Path}:{line.Index + 1}: {m.Value}"));

    [GeneratedRegex(
        @"\b(dvclt|hotich|c06|ndxp|btp|vpcp|lien-thong|Cần Thơ|htqtct|kstt|dong-bo-2025|bao-cao-2022|so-hoa-2024|kho-du-lieu-2024|Yên Bái)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}

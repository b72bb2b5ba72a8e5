using Rollout.Core.Wording;

namespace Rollout.Web.Versions;

/// <summary>A mistake of a file, with the line that it stands on.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Quoted">The line as it was written; empty when the whole file is meant.</param>
public sealed record QuotedMistake(Mistake Mistake, string Quoted)
{
    private const int Longest = 200;

    /// <summary>Finds the line of a mistake.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="lines">The file, line by line.</param>
    public static QuotedMistake Of(Mistake mistake, string[] lines)
    {
        var line = mistake.Line > 0 && mistake.Line <= lines.Length ? lines[mistake.Line - 1].TrimEnd() : "";
        return new(mistake, line.Length <= Longest ? line : line[..Longest] + "…");
    }
}

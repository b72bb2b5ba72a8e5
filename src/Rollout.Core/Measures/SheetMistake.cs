using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>A bad cell of a table, where a person finds it.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
public sealed record SheetMistake(int Line, int Column, string Typed, Message Message)
{
    /// <summary>The column as spreadsheets call it.</summary>
    public string Letters => Column <= 26 ? Letter(Column) : $"{Letter((Column - 1) / 26)}{Letter(((Column - 1) % 26) + 1)}";

    private static string Letter(int number) => ((char)('A' + number - 1)).ToString();
}

namespace Rollout.Core.Wording;

/// <summary>A mistake in a file that a person wrote: where it is and what was expected. Files are refused with all their mistakes at once.</summary>
/// <param name="File">The file's name as the reader was given it.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column, from 1; 0 when the whole line is meant.</param>
/// <param name="Message">What is wrong, what was expected and, where one is near, the word that was probably meant.</param>
public sealed record Mistake(string File, int Line, int Column, Message Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

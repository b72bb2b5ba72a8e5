namespace Rollout.Core.Boards;

/// <summary>
/// What is copied into a chat of a province's people: where a step stands, and where to read on. It is given the words and holds nobody's
/// name, number or note, since nobody knows where it will be pasted.
/// </summary>
/// <param name="Place">Who takes part, and in which phase.</param>
/// <param name="Step">Number and title.</param>
/// <param name="Status">The status, as exactly dated as it is known.</param>
/// <param name="Waits">On whom it waits, since when and how long; empty when it waits on nobody.</param>
/// <param name="Link">The absolute address of the step.</param>
public sealed record ShareText(string Place, string Step, string Status, string Waits, Uri Link)
{
    private const int Longest = 160;

    /// <summary>A line each, without those that say nothing; a line is cut where a phone would fold it too often, the address never.</summary>
    public override string ToString() =>
        string.Join('\n', new[] { Place, Step, Status, Waits }.Select(OneLine).Where(l => l.Length > 0).Append(Link.AbsoluteUri));

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..(Longest - 1)].TrimEnd() + '…';
    }
}

using System.Collections.Immutable;

namespace Rollout.Core.Appendices;

/// <summary>A document as it was found, before anybody knows what it says.</summary>
/// <param name="Name">The name of its file, or of where it came from.</param>
/// <param name="Tables">Its tables, in order.</param>
/// <param name="Text">All its text, tables included, a line a paragraph.</param>
public sealed record PrintedDocument(string Name, ImmutableArray<PrintedTable> Tables, string Text)
{
    /// <summary>Text that was pasted, or read from a file of text.</summary>
    public static PrintedDocument OfText(string name, string text) => new(name, [], text);
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Word;

/// <summary>Paragraphs of a Word file.</summary>
internal static class WordText
{
    /// <summary>A paragraph in a style; line feeds break its line.</summary>
    public static Paragraph Of(string text, string style, bool strong = false)
    {
        var run = new Run();
        if (strong) run.RunProperties = new(new Bold());
        var empty = true;
        foreach (var line in PrintText.Lines(text))
        {
            if (!empty) run.Append(new Break());
            empty = false;
            // The blanks of a form are spaces to write on: they must not be folded into one.
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
        return new(Styled(style), run);
    }

    /// <summary>A paragraph without text.</summary>
    public static Paragraph Empty(string style) => new(Styled(style));

    public static ParagraphProperties Styled(string style) => new() { ParagraphStyleId = new() { Val = style } };
}

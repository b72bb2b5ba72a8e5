using Rollout.Core.Appendices;
using Rollout.Core.Wording;

namespace Rollout.Documents.Reading;

/// <summary>
/// Reads tables and text out of a file that somebody brought: docx, xlsx, csv or plain text, told by content rather than by name. Whatever the
/// file is, the answer is a document or a refusal that says what would be read instead.
/// </summary>
public static class AppendixFiles
{
    /// <summary>Bytes that a file may have.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>Bytes that an Office file may unpack to.</summary>
    public const int MostUnpackedBytes = 40 * 1024 * 1024;

    /// <summary>The kinds that are read, as a file input names them.</summary>
    public const string AcceptList = ".docx,.xlsx,.csv,.txt";

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    public static (PrintedDocument? Document, Message? Refusal) Read(string name, byte[] content) => BroughtFile.Read(content, text => Read(name, text), (package, main) => main.Kind switch
    {
        OfficeKind.Text => (DocxTables.Read(name, package, main.Part), null),
        OfficeKind.Sheets => (XlsxTables.Read(name, package, main.Part), null),
        _ => (null, Message.Of("reading.kind")),
    });

    /// <summary>Reads text that was pasted: out of a pdf, or cells of a spreadsheet.</summary>
    public static PrintedDocument Read(string name, string text) => text.Length > AppendixReader.MostCharacters ? PrintedDocument.OfText(name, text) : CsvTables.Read(name, text);
}

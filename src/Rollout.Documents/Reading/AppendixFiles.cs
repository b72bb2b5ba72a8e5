using System.IO.Compression;
using System.Xml;
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
    public static (PrintedDocument? Document, Message? Refusal) Read(string name, byte[] content)
    {
        if (content.Length > MostBytes) return (null, Message.Of("reading.tooLarge", $"{MostBytes / 1024 / 1024}"));
        if (content.Length == 0) return (null, Message.Of("reading.empty"));
        try
        {
            if (content.AsSpan().StartsWith("%PDF-"u8)) return (null, Message.Of("reading.pdf"));
            // The old format of Office, in which files with a password are kept as well.
            if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return (null, Message.Of("reading.oldOffice"));
            if (content.AsSpan().StartsWith("PK"u8)) return Office(name, content);
            return TextFile.Decode(content) is { } text ? (Read(name, text), null) : (null, Message.Of("reading.encoding"));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            return (null, Message.Of("reading.broken"));
        }
    }

    /// <summary>Reads text that was pasted: out of a pdf, or cells of a spreadsheet.</summary>
    public static PrintedDocument Read(string name, string text) => text.Length > AppendixReader.MostCharacters ? PrintedDocument.OfText(name, text) : CsvTables.Read(name, text);

    private static (PrintedDocument? Document, Message? Refusal) Office(string name, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var package = new OfficePackage(zip);
        if (package.IsTooLarge) return (null, Message.Of("reading.unpacked", $"{MostUnpackedBytes / 1024 / 1024}"));
        return package.Main switch
        {
            { Kind: OfficeKind.Text } main => (DocxTables.Read(name, package, main.Part), null),
            { Kind: OfficeKind.Sheets } main => (XlsxTables.Read(name, package, main.Part), null),
            { Kind: OfficeKind.Macros } => (null, Message.Of("reading.macros")),
            _ => (null, Message.Of("reading.kind")),
        };
    }
}

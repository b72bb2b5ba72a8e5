using System.IO.Compression;
using System.Xml;

namespace Rollout.Storage.Contents;

/// <summary>
/// Tells by its content what a file is; its name says nothing. Office files are looked into: the main part must be that of a plain document
/// or workbook, and neither macros nor passwords are let through.
/// </summary>
public static class FileRecognition
{
    private const string TypesPart = "[Content_Types].xml";
    private const string TypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const int MostParts = 10_000;

    /// <summary>Real lists of parts take some kilobytes; a bomb stops here, whatever its header promises.</summary>
    private const int MostTypesBytes = 1_000_000;

    private static readonly Dictionary<string, FileKind> MainParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"] = FileKind.Docx,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"] = FileKind.Xlsx,
    };

    private static readonly Dictionary<FileKind, string> UsualParts = new() { [FileKind.Docx] = "word/document.xml", [FileKind.Xlsx] = "xl/workbook.xml" };

    /// <summary>The kind of a file, or null when it is none that is accepted, or broken. Leaves the stream wherever it is.</summary>
    public static FileKind? Of(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        head = head[..length];
        if (head.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (head.SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileKind.Jpg;
        return head.StartsWith("PK\x3\x4"u8) ? Office(file) : null;
    }

    private static FileKind? Office(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts || zip.Entries.Any(e => e.IsEncrypted || IsMacro(e.FullName))) return null;
            // Two lists of parts: one reader would see the first, another the second.
            var lists = zip.Entries.Where(e => e.FullName.Equals(TypesPart, StringComparison.OrdinalIgnoreCase)).ToList();
            return lists.Count == 1 ? Main(zip, lists[0]) : null;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static FileKind? Main(ZipArchive zip, ZipArchiveEntry list)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostTypesBytes };
        using var reader = XmlReader.Create(list.Open(), settings);
        var found = new List<FileKind>();
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, NamespaceURI: TypesNamespace }) continue;
            var type = reader.GetAttribute("ContentType")?.Trim() ?? "";
            if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) return null;
            if (reader.LocalName is not ("Override" or "Default") || !MainParts.TryGetValue(type, out var kind)) continue;
            // The library that our own documents are printed with declares the main part by its ending.
            var part = reader.LocalName == "Default" ? UsualParts[kind] : reader.GetAttribute("PartName")?.TrimStart('/') ?? "";
            if (!zip.Entries.Any(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase))) return null;
            found.Add(kind);
        }
        return found is [var only] ? only : null;
    }

    private static bool IsMacro(string part) => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);
}

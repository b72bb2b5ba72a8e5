using System.IO.Compression;
using System.Xml;
using Rollout.Core.Wording;

namespace Rollout.Documents.Reading;

/// <summary>What is the same of every file that somebody brings to be read: told by content rather than by name, within limits, and refused with a reason.</summary>
internal static class BroughtFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="text">Reads it when it is text.</param>
    /// <param name="office">Reads it when it is an Office file without programs in it.</param>
    public static (T? Read, Message? Refusal) Read<T>(byte[] content, Func<string, T> text, Func<OfficePackage, (string Part, OfficeKind Kind), (T? Read, Message? Refusal)> office) where T : class
    {
        if (content.Length > AppendixFiles.MostBytes) return (null, Message.Of("reading.tooLarge", $"{AppendixFiles.MostBytes / 1024 / 1024}"));
        if (content.Length == 0) return (null, Message.Of("reading.empty"));
        try
        {
            if (content.AsSpan().StartsWith("%PDF-"u8)) return (null, Message.Of("reading.pdf"));
            // The old format of Office, in which files with a password are kept as well.
            if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return (null, Message.Of("reading.oldOffice"));
            if (content.AsSpan().StartsWith("PK"u8)) return Office(content, office);
            return TextFile.Decode(content) is { } read ? (text(read), null) : (null, Message.Of("reading.encoding"));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            return (null, Message.Of("reading.broken"));
        }
    }

    private static (T? Read, Message? Refusal) Office<T>(byte[] content, Func<OfficePackage, (string Part, OfficeKind Kind), (T? Read, Message? Refusal)> office) where T : class
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var package = new OfficePackage(zip);
        if (package.IsTooLarge) return (null, Message.Of("reading.unpacked", $"{AppendixFiles.MostUnpackedBytes / 1024 / 1024}"));
        return package.Main switch
        {
            { Kind: OfficeKind.Macros } => (null, Message.Of("reading.macros")),
            { } main => office(package, main),
            null => (null, Message.Of("reading.kind")),
        };
    }
}

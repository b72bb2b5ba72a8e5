using System.IO.Compression;
using System.Xml;

namespace Rollout.Documents.Reading;

/// <summary>
/// The parts of an Office file, unpacked within limits. The parts are walked with a reader that goes forward only: a tree of a malicious
/// part may be deeper than the stack, and some megabytes of it many times as large.
/// </summary>
internal sealed class OfficePackage
{
    private const int MostBytes = AppendixFiles.MostUnpackedBytes;
    private const int MostParts = 2_000;
    private readonly ZipArchive _zip;

    public OfficePackage(ZipArchive zip)
    {
        _zip = zip;
        // What a header says of its size is only what it says: every part is measured once.
        IsTooLarge = zip.Entries.Count > MostParts || Measure(zip) > MostBytes;
        if (!IsTooLarge) Main = FindMain();
    }

    /// <summary>Whether it unpacks to more than anybody writes.</summary>
    public bool IsTooLarge { get; }

    /// <summary>The main part and what it is; null when it is none that is read.</summary>
    public (string Part, OfficeKind Kind)? Main { get; }

    /// <summary>A part, walked forward; null when there is none.</summary>
    public XmlReader? Open(string part)
    {
        // Two parts of a name: one reader would see the first, another the second.
        var entries = _zip.Entries.Where(e => e.FullName.Equals(part.TrimStart('/'), StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count > 1) throw new InvalidDataException("Two parts of one name.");
        return entries is [var entry]
            ? XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes, CloseInput = true })
            : null;
    }

    /// <summary>Where the relationships of a part lead, by id; those out of the file are left out.</summary>
    public Dictionary<string, string> Relationships(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || reader.GetAttribute("TargetMode") == "External") continue;
            if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : folder + target;
        }
        return targets;
    }

    /// <summary>The part that the package leads to and that begins as a text or a workbook does; its declared type only says whether it has programs.</summary>
    private (string Part, OfficeKind Kind)? FindMain()
    {
        using (var types = Open("[Content_Types].xml"))
            while (types?.Read() == true)
                if (types.NodeType == XmlNodeType.Element && types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true) return ("", OfficeKind.Macros);
        foreach (var part in Relationships("").Values)
        {
            if (!part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) continue;
            using var reader = Open(part);
            if (reader?.MoveToContent() != XmlNodeType.Element) continue;
            if (reader.LocalName == "document") return (part, OfficeKind.Text);
            if (reader.LocalName == "workbook") return (part, OfficeKind.Sheets);
        }
        return null;
    }

    private static long Measure(ZipArchive zip)
    {
        var buffer = new byte[64 * 1024];
        var sum = 0L;
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; sum <= MostBytes && (read = content.Read(buffer)) > 0;) sum += read;
        }
        return sum;
    }
}

using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Rollout.Documents.Signing;

/// <summary>
/// An Office file is signed by parts of its own (ECMA-376, part 2, 10): every part of ours is there with the same bytes, what is new lies under
/// <c>_xmlsignatures/</c>, and the list of types and the package's relationships have gained nothing but what leads there.
/// </summary>
internal static class SignedPackage
{
    private const string Folder = "_xmlsignatures/";
    private const string SignatureType = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml";
    private const string OriginType = "application/vnd.openxmlformats-package.digital-signature-origin";
    private const string OriginRelation = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
    private const string Types = "[Content_Types].xml";
    private const string Relations = "_rels/.rels";

    /// <summary>No list of parts is longer; a bomb stops here, whatever its header promises.</summary>
    private const int MostListBytes = 1_000_000;

    /// <summary>Whether a package is ours with signatures.</summary>
    public static bool IsOursSigned(Stream ours, Stream theirs)
    {
        try
        {
            (ours.Position, theirs.Position) = (0, 0);
            using var one = new ZipArchive(ours, ZipArchiveMode.Read, leaveOpen: true);
            using var other = new ZipArchive(theirs, ZipArchiveMode.Read, leaveOpen: true);
            return IsOursSigned(one, other);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsOursSigned(ZipArchive ours, ZipArchive theirs)
    {
        // Two parts of one name, or of names that differ in case alone: one reader would see the first, another the second.
        if (theirs.Entries.GroupBy(e => e.FullName, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)) return false;
        var known = ours.Entries.ToDictionary(e => e.FullName, StringComparer.Ordinal);
        var added = theirs.Entries.Where(e => !known.ContainsKey(e.FullName)).ToList();
        if (theirs.Entries.Count - added.Count != known.Count || !added.TrueForAll(e => e.FullName.StartsWith(Folder, StringComparison.Ordinal))) return false;
        return known.Values.All(e => Holds(e, theirs.GetEntry(e.FullName)!)) && SignaturesIn(theirs).Any(part => added.Exists(e => "/" + e.FullName == part));
    }

    private static bool Holds(ZipArchiveEntry ours, ZipArchiveEntry theirs) => ours.FullName switch
    {
        Types => Gained(ours, theirs, IsOfSignature),
        Relations => Gained(ours, theirs, e => (string?)e.Attribute("Type") == OriginRelation && (string?)e.Attribute("TargetMode") is null or "Internal"),
        _ => Same(ours, theirs),
    };

    private static bool IsOfSignature(XElement type) => type.Name.LocalName == "Default"
        ? (string?)type.Attribute("ContentType") == OriginType && (string?)type.Attribute("Extension") == "sigs"
        : ((string?)type.Attribute("PartName"))?.StartsWith("/" + Folder, StringComparison.Ordinal) == true && (string?)type.Attribute("ContentType") is SignatureType or OriginType;

    private static IEnumerable<string?> SignaturesIn(ZipArchive theirs) =>
        Read(theirs.GetEntry(Types)!).Where(e => (string?)e.Attribute("ContentType") == SignatureType).Select(e => (string?)e.Attribute("PartName"));

    /// <summary>Whether a list still says all that ours says, and otherwise only what is allowed.</summary>
    private static bool Gained(ZipArchiveEntry ours, ZipArchiveEntry theirs, Func<XElement, bool> allowed)
    {
        var (before, after) = (Read(ours).Select(Said).ToHashSet(StringComparer.Ordinal), Read(theirs));
        var kept = after.Where(e => before.Contains(Said(e))).ToList();
        return kept.Count == before.Count && after.Except(kept).All(allowed);
    }

    private static List<XElement> Read(ZipArchiveEntry entry)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostListBytes };
        using var reader = XmlReader.Create(entry.Open(), settings);
        return [.. XDocument.Load(reader).Root!.Elements()];
    }

    /// <summary>An element of a list, whatever the order of its attributes.</summary>
    private static string Said(XElement element) =>
        element.Name + string.Concat(element.Attributes().Where(a => !a.IsNamespaceDeclaration).OrderBy(a => a.Name.ToString(), StringComparer.Ordinal).Select(a => $" {a.Name}={a.Value}"));

    private static bool Same(ZipArchiveEntry ours, ZipArchiveEntry theirs)
    {
        if (ours.Length != theirs.Length) return false;
        using var one = ours.Open();
        using var other = theirs.Open();
        // The length is what the list of parts promises: the stream must end there too.
        return Streams.Same(one, other, ours.Length) && other.ReadByte() < 0;
    }
}

using System.Globalization;

namespace Rollout.Documents.Reading;

/// <summary>The styles of a workbook that show a number as a share of a hundred: 0.4447 is then kept for what everybody reads as 44.47 %.</summary>
internal static class XlsxPercents
{
    // "0%" and "0.00%", which every program knows without their being written.
    private const int Whole = 9, Two = 10;

    /// <summary>Their places among the styles that cells name.</summary>
    public static HashSet<int> Of(OfficePackage package, string part)
    {
        var (percents, formats, place, isCells) = (new HashSet<int>(), new HashSet<int> { Whole, Two }, 0, false);
        if (package.Relationships(part).Values.FirstOrDefault(p => p.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase)) is not { } styles) return percents;
        using var reader = package.Open(styles);
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs") isCells = reader.NodeType == System.Xml.XmlNodeType.Element;
            if (reader.NodeType != System.Xml.XmlNodeType.Element || !int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format)) continue;
            if (reader.LocalName == "numFmt" && reader.GetAttribute("formatCode")?.Contains('%', StringComparison.Ordinal) == true) formats.Add(format);
            else if (isCells && reader.LocalName == "xf" && formats.Contains(format)) percents.Add(place);
            if (isCells && reader.LocalName == "xf") place++;
        }
        return percents;
    }
}

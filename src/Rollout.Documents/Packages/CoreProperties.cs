using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Rollout.Core.Reports;
using Rollout.Documents.Strings;

namespace Rollout.Documents.Packages;

/// <summary>Title, language and date of a package. Written by hand: the SDK's own way names the part by a random id.</summary>
internal static class CoreProperties
{
    private static readonly XNamespace Cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Adds the properties of a document to its package.</summary>
    public static void Add(OpenXmlPackage package, ReportDocument document)
    {
        var part = package.AddNewPart<CoreFilePropertiesPart>("rId2");
        var date = document.AsOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var root = new XElement(
            Cp + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Cp), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms), new XAttribute(XNamespace.Xmlns + "xsi", Xsi),
            new XElement(Dc + "title", PrintText.Of(document.Title)),
            new XElement(Dc + "language", LanguageTags.Full(document.Language)),
            Date("created", date), Date("modified", date));
        using var stream = part.GetStream(FileMode.Create);
        new XDocument(root).Save(stream, SaveOptions.DisableFormatting);
    }

    private static XElement Date(string name, string date) => new(Terms + name, new XAttribute(Xsi + "type", "dcterms:W3CDTF"), date);
}

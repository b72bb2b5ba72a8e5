using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Rollout.Benchmarks;

/// <summary>
/// The peer of our writers: the library alone. It is given the very parts that ours wrote, as trees that the library has read beforehand, and makes
/// a package of them with nothing behind it: no model, no layout, no fixed dates.
/// </summary>
internal static class BareOffice
{
    /// <summary>A part as the library will write it: under which part, what it is, its root or its bytes.</summary>
    private sealed record Piece(OpenXmlPart Source, string Id, OpenXmlPartRootElement? Root, List<Piece> Below);

    /// <summary>Makes a function that writes the same Word file again.</summary>
    public static Func<byte[]> Word(byte[] file)
    {
        var source = WordprocessingDocument.Open(new MemoryStream(file), false);
        var pieces = Read(source.MainDocumentPart!);
        var root = source.MainDocumentPart!.Document;
        return () =>
        {
            using var output = new MemoryStream();
            using (var package = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document))
            {
                var main = package.AddMainDocumentPart();
                main.Document = (DocumentFormat.OpenXml.Wordprocessing.Document)Rebuilt(root);
                foreach (var piece in pieces) Write(main, piece);
            }
            return output.ToArray();
        };
    }

    /// <summary>Makes a function that writes the same workbook again.</summary>
    public static Func<byte[]> Book(byte[] file)
    {
        var source = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var pieces = Read(source.WorkbookPart!);
        var root = source.WorkbookPart!.Workbook;
        return () =>
        {
            using var output = new MemoryStream();
            using (var package = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook))
            {
                var main = package.AddWorkbookPart();
                main.Workbook = (DocumentFormat.OpenXml.Spreadsheet.Workbook)Rebuilt(root);
                foreach (var piece in pieces) Write(main, piece);
            }
            return output.ToArray();
        };
    }

    private static List<Piece> Read(OpenXmlPartContainer container) => [.. container.Parts.Select(p => new Piece(p.OpenXmlPart, p.RelationshipId, p.OpenXmlPart.RootElement, Read(p.OpenXmlPart)))];

    private static void Write(OpenXmlPartContainer container, Piece piece)
    {
        switch (piece.Root)
        {
            case DocumentFormat.OpenXml.Wordprocessing.Styles styles: container.AddNewPart<StyleDefinitionsPart>(piece.Id).Styles = (DocumentFormat.OpenXml.Wordprocessing.Styles)Rebuilt(styles); break;
            case DocumentFormat.OpenXml.Wordprocessing.Settings settings: container.AddNewPart<DocumentSettingsPart>(piece.Id).Settings = (DocumentFormat.OpenXml.Wordprocessing.Settings)Rebuilt(settings); break;
            case DocumentFormat.OpenXml.Wordprocessing.Header header: container.AddNewPart<HeaderPart>(piece.Id).Header = (DocumentFormat.OpenXml.Wordprocessing.Header)Rebuilt(header); break;
            case DocumentFormat.OpenXml.Spreadsheet.Stylesheet sheet: container.AddNewPart<WorkbookStylesPart>(piece.Id).Stylesheet = (DocumentFormat.OpenXml.Spreadsheet.Stylesheet)Rebuilt(sheet); break;
            case DocumentFormat.OpenXml.Spreadsheet.SharedStringTable strings: container.AddNewPart<SharedStringTablePart>(piece.Id).SharedStringTable = (DocumentFormat.OpenXml.Spreadsheet.SharedStringTable)Rebuilt(strings); break;
            case DocumentFormat.OpenXml.Spreadsheet.Table table: container.AddNewPart<TableDefinitionPart>(piece.Id).Table = (DocumentFormat.OpenXml.Spreadsheet.Table)Rebuilt(table); break;
            case DocumentFormat.OpenXml.Spreadsheet.Worksheet worksheet:
                var part = container.AddNewPart<WorksheetPart>(piece.Id);
                part.Worksheet = (DocumentFormat.OpenXml.Spreadsheet.Worksheet)Rebuilt(worksheet);
                foreach (var below in piece.Below) Write(part, below);
                break;
        }
    }

    /// <summary>The tree made anew from classes of the library, attribute by attribute, as a program without a model would write it down.</summary>
    private static OpenXmlElement Rebuilt(OpenXmlElement element)
    {
        var made = (OpenXmlElement)Activator.CreateInstance(element.GetType())!;
        if (element is OpenXmlLeafTextElement text) ((OpenXmlLeafTextElement)made).Text = text.Text;
        foreach (var attribute in element.GetAttributes()) made.SetAttribute(attribute);
        foreach (var declared in element.NamespaceDeclarations) if (made.LookupNamespace(declared.Key) is null) made.AddNamespaceDeclaration(declared.Key, declared.Value);
        foreach (var child in element.ChildElements) made.AppendChild(Rebuilt(child));
        return made;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Rollout.Core.Reports;
using Rollout.Documents.Pictures;
using Rollout.Documents.Strings;

namespace Rollout.Documents;

/// <summary>Prints a document as one page that needs nothing else, to be printed on A4 by a browser.</summary>
public sealed class HtmlWriter : IReportWriter
{
    // Borders stand apart and are cloned, so that a row cut by the page's end is closed on both pages.
    private const string Style = """
        @page { size: A4; margin: 20mm 15mm 20mm 30mm; }
        @page { @top-center { content: counter(page); font: 13pt "Times New Roman", serif; } }
        @page :first { @top-center { content: none; } }
        body { font: 14pt/1.15 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; background: #fff; margin: 0; }
        p, h1, h2 { font-size: 14pt; margin: 0; white-space: pre-wrap; }
        .Body { text-align: justify; text-indent: 10mm; margin-bottom: 6pt; }
        .AppendixName { text-align: center; font-weight: bold; margin-bottom: 3pt; break-after: avoid; }
        .Motto { text-align: center; font-weight: bold; width: fit-content; margin: 0 auto 12pt; border-bottom: 0.75pt solid #000; break-after: avoid; }
        .bare, .bare th, .bare td { border: 0; }
        .Title { text-align: center; font-weight: bold; font-size: 13pt; margin-bottom: 3pt; break-after: avoid; }
        .IssuedWith { text-align: center; font-style: italic; margin-bottom: 12pt; break-after: avoid; text-wrap: balance; }
        .Caption { text-align: center; font-style: italic; font-size: 12pt; margin-bottom: 8pt; }
        .picture { display: block; height: auto; max-width: 100%; margin: 3pt auto; break-inside: avoid; overflow: visible; }
        .picture:has(+ .Caption) { break-after: avoid; }
        .picture text { fill: #17212b; }
        .sides { display: grid; align-items: start; column-gap: 4mm; margin-bottom: 6pt; break-inside: avoid; }
        .SideName, .SideAgency, .SideMotto, .SideText, .SideDate { text-align: center; margin-bottom: 3pt; }
        .SideName, .SideAgency { font-size: 12pt; }
        .SideText, .SideDate, .SideMotto { font-size: 13pt; }
        .Clause { font-weight: bold; text-indent: 10mm; margin-bottom: 6pt; break-after: avoid; }
        .SideName, .SideAgency, .SideMotto { font-weight: bold; }
        .SideAgency::after { content: ""; display: block; width: 24mm; margin: 2pt auto 6pt; border-top: 0.75pt solid #000; }
        .SideMotto { width: fit-content; margin: 0 auto 8pt; border-bottom: 0.75pt solid #000; }
        .SideDate { font-style: italic; }
        .Addressee { margin: 14pt 0 14pt 20mm; }
        .RecipientsHead { font-size: 12pt; font-weight: bold; font-style: italic; }
        .Recipient { font-size: 11pt; }
        .part { break-before: page; }
        .Heading { font-weight: bold; margin: 10pt 0 6pt; break-after: avoid; }
        table { border-collapse: separate; border-spacing: 0; border-left: 0.5pt solid #000; }
        table { width: calc(100% - 1px); table-layout: fixed; font-size: 13pt; margin-bottom: 6pt; }
        thead { display: table-header-group; }
        th, td { border: solid #000; border-width: 0 0.5pt 0.5pt 0; padding: 2pt 5pt; box-decoration-break: clone; }
        th, td { white-space: pre-wrap; overflow-wrap: break-word; }
        th { border-top-width: 0.5pt; }
        th, .c { text-align: center; }
        td { vertical-align: top; }
        .w { break-inside: avoid; }
        .w td { vertical-align: middle; }
        @media screen { body { max-width: 165mm; margin: 20mm auto; padding: 0 5mm; } }
        @media screen and (max-width: 640px) { html { zoom: .7; } body { margin: 10mm auto; } }
        """;

    // Escapes what HTML reads as its own and leaves Vietnamese letters as they are.
    private static readonly HtmlEncoder Escape = HtmlEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public string ContentType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public void Write(ReportDocument document, Stream output)
    {
        var page = new StringBuilder();
        var date = document.AsOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(Line(document.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"dcterms.created\" content=\"").Append(date).Append("\">\n")
            .Append("<title>").Append(Line(document.Title)).Append("</title>\n")
            .Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n")
            // Named, so that it is another than the main part of a page that frames it.
            .Append("<main aria-label=\"").Append(Line(document.Title)).Append("\">\n");
        var parts = 0;
        foreach (var block in document.Blocks)
            switch (block)
            {
                case ReportBlock.Paragraph paragraph: Append(page, paragraph); break;
                case ReportBlock.Table table: Append(page, table); break;
                case ReportBlock.Sides sides: Append(page, sides); break;
                case ReportBlock.Picture picture: SvgPicture.Append(page, Line(picture.Alt), picture.Drawing, Line); break;
                case ReportBlock.NewPart: page.Append(parts++ == 0 ? "<section class=\"part\">\n" : "</section>\n<section class=\"part\">\n"); break;
            }
        if (parts > 0) page.Append("</section>\n");
        page.Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static void Append(StringBuilder page, ReportBlock.Paragraph paragraph)
    {
        var tag = paragraph.Style switch { ReportStyle.Title => "h1", ReportStyle.Heading => "h2", _ => "p" };
        page.Append('<').Append(tag).Append(" class=\"").Append(paragraph.Style).Append("\">")
            .Append(Text(paragraph.Text)).Append("</").Append(tag).Append(">\n");
    }

    private static void Append(StringBuilder page, ReportBlock.Sides sides)
    {
        page.Append("<div class=\"sides\" style=\"grid-template-columns:").AppendJoin(' ', sides.Columns.Select(c => $"{c.Width}fr")).Append("\">\n");
        foreach (var column in sides.Columns)
        {
            page.Append("<div>\n");
            foreach (var paragraph in column.Paragraphs) Append(page, paragraph);
            page.Append("</div>\n");
        }
        page.Append("</div>\n");
    }

    private static void Append(StringBuilder page, ReportBlock.Table table)
    {
        page.Append(table.Bare ? "<table class=\"bare\" aria-label=\"" : "<table aria-label=\"").Append(Line(table.Name)).Append("\">\n<colgroup>");
        foreach (var width in ColumnShares.Of(table.Columns, 100))
            page.Append("<col style=\"width:").Append(width).Append("%\">");
        page.Append("</colgroup>\n<thead>\n<tr>");
        foreach (var column in table.Columns)
            page.Append("<th scope=\"col\">").Append(Text(column.Heading)).Append("</th>");
        page.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (var row in table.Rows)
            Append(page, table, row);
        page.Append("</tbody>\n</table>\n");
    }

    private static void Append(StringBuilder page, ReportBlock.Table table, ImmutableArray<ReportCell> row)
    {
        page.Append(RowFlow.StaysWhole(table, row) ? "<tr class=\"w\">" : "<tr>");
        foreach (var (cell, column) in row.Zip(table.Columns))
            page.Append(column.Centred ? "<td class=\"c\">" : "<td>").Append(cell.Strong ? "<b>" : "").Append(Text(cell.Text)).Append(cell.Strong ? "</b></td>" : "</td>");
        page.Append("</tr>\n");
    }

    private static string Text(string text) => string.Join("<br>", PrintText.Lines(text).Select(Escape.Encode));

    private static string Line(string text) => Escape.Encode(string.Join(' ', PrintText.Lines(text)));
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Rollout.Core.Reports;
using Rollout.Documents.Packages;
using Rollout.Documents.Sheets;

namespace Rollout.Documents;

/// <summary>Prints a document for spreadsheets: a sheet a table as it is read, then a sheet for each kind of records.</summary>
public sealed class XlsxWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <inheritdoc/>
    public void Write(ReportDocument document, Stream output)
    {
        using var package = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            // Without a name of ours the SDK draws one by lot, and no two files would be alike.
            file.ChangeIdOfPart(book, "rId1");
            CoreProperties.Add(file, document);
            new SheetBook(book).Fill(SheetPlan.Of(document), document.Title);
        }
        FixedPackage.Copy(package, output);
    }
}

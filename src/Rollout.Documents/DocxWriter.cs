using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rollout.Core.Reports;
using Rollout.Documents.Packages;
using Rollout.Documents.Strings;
using Rollout.Documents.Word;

namespace Rollout.Documents;

/// <summary>Prints a document for Word, in the form of Nghị định 30/2020/NĐ-CP.</summary>
public sealed class DocxWriter : IReportWriter
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <inheritdoc/>
    public void Write(ReportDocument document, Stream output)
    {
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            // Without a name of ours the SDK draws one by lot, and no two files would be alike.
            file.ChangeIdOfPart(main, "rId1");
            CoreProperties.Add(file, document);
            var language = LanguageTags.Full(document.Language);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Of(language);
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = Settings(language);
            main.Document = new(Content(document, WordPage.AddTo(main)));
        }
        FixedPackage.Copy(package, output);
    }

    private static Body Content(ReportDocument document, SectionProperties page)
    {
        var body = new Body();
        foreach (var block in document.Blocks)
        {
            if (block is ReportBlock.Paragraph paragraph)
                body.Append(WordText.Of(paragraph.Text, WordStyles.IdOf(paragraph.Style)));
            if (block is ReportBlock.Table table)
                body.Append(WordTable.Of(table), WordText.Empty(WordStyles.TableGap));
        }
        body.Append(page);
        return body;
    }

    // Mode 15 is Word 2013 and later: without it every reader is told that the file is in compatibility mode.
    private static Settings Settings(string language) => new(
        new DefaultTabStop { Val = 567 },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = language });
}

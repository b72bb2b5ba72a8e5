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
            main.Document = new(Content(document, main, WordPage.AddTo(main)));
        }
        FixedPackage.Copy(package, output);
    }

    private static Body Content(ReportDocument document, MainDocumentPart main, SectionProperties page)
    {
        var body = new Body();
        var (pictures, parts) = (0U, 0);
        foreach (var (index, block) in document.Blocks.Index())
            switch (block)
            {
                case ReportBlock.Paragraph paragraph: body.Append(WordText.Of(paragraph.Text, WordStyles.IdOf(paragraph.Style))); break;
                case ReportBlock.Table table: body.Append(WordTable.Of(table), WordText.Empty(WordStyles.TableGap)); break;
                case ReportBlock.Sides sides: body.Append(WordSides.Of(sides), WordText.Empty(WordStyles.TableGap)); break;
                case ReportBlock.Picture picture: body.Append(WordPicture.Of(main, picture, ++pictures, IsCaption(document, index + 1))); break;
                // The form of a part stands in its last paragraph; that of the last part ends the document.
                case ReportBlock.NewPart: body.Append(EndOfPart(counts: parts++ > 0)); break;
            }
        body.Append(parts == 0 ? page : WordPage.Section(counts: true));
        return body;
    }

    private static bool IsCaption(ReportDocument document, int place) =>
        place < document.Blocks.Length && document.Blocks[place] is ReportBlock.Paragraph { Style: ReportStyle.Caption };

    private static Paragraph EndOfPart(bool counts)
    {
        var last = WordText.Empty(WordStyles.TableGap);
        last.ParagraphProperties!.Append(WordPage.Section(counts));
        return last;
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

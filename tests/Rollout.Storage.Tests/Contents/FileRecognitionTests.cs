using System.Text;
using Rollout.Storage.Contents;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Contents;

public sealed class FileRecognitionTests
{
    [Fact]
    public void Accepted_kinds_are_known_by_their_content()
    {
        Assert.Equal(FileKind.Pdf, Of(Sheets.Pdf()));
        Assert.Equal(FileKind.Png, Of(Sheets.Png));
        Assert.Equal(FileKind.Jpg, Of(Sheets.Jpg));
        Assert.Equal(FileKind.Docx, Of(Sheets.Docx));
        Assert.Equal(FileKind.Xlsx, Of(Sheets.Xlsx));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ\u0090")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData(" %PDF-1.4")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("PK\u0005\u0006")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void Anything_else_is_none(string text) => Assert.Null(Of(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Encrypted_office_file_is_none() => Assert.Null(Of([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));

    [Fact]
    public void Office_file_cut_short_is_none() => Assert.Null(Of(Sheets.Docx[..^30]));

    [Fact]
    public void Zip_with_a_password_is_none()
    {
        byte[] zip = [.. Sheets.Docx];
        // The encryption flag of every local and central header.
        for (var i = 0; i < zip.Length - 8; i++)
        {
            if (zip.AsSpan(i, 4).SequenceEqual("PK\x3\x4"u8)) zip[i + 6] |= 1;
            if (zip.AsSpan(i, 4).SequenceEqual("PK\x1\x2"u8)) zip[i + 8] |= 1;
        }
        Assert.Null(Of(zip));
    }

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("WORD/VBAPROJECT.BIN")]
    public void Document_with_macros_is_none(string part) =>
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", Sheets.Types(("/word/document.xml", Sheets.DocxMain))), ("word/document.xml", "<w/>"), (part, "x"))));

    [Fact]
    public void Document_that_declares_macros_is_none()
    {
        const string Macro = "application/vnd.ms-word.document.macroEnabled.main+xml";
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", Sheets.Types(("/word/document.xml", Macro))), ("word/document.xml", "<w/>"))));
        Assert.Null(Of(Sheets.Zip(
            ("[Content_Types].xml", Sheets.Types(("/word/document.xml", Sheets.DocxMain), ("/word/code.bin", "application/vnd.ms-office.vbaProject"))),
            ("word/document.xml", "<w/>"), ("word/code.bin", "x"))));
    }

    [Fact]
    public void Document_without_its_main_part_or_with_two_is_none()
    {
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", Sheets.Types(("/word/document.xml", Sheets.DocxMain))))));
        Assert.Null(Of(Sheets.Zip(
            ("[Content_Types].xml", Sheets.Types(("/a.xml", Sheets.DocxMain), ("/b.xml", Sheets.XlsxMain))), ("a.xml", "<w/>"), ("b.xml", "<x/>"))));
    }

    [Fact]
    public void List_of_parts_that_comes_twice_is_none()
    {
        var types = Sheets.Types(("/word/document.xml", Sheets.DocxMain));
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", types), ("[content_types].xml", types), ("word/document.xml", "<w/>"))));
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<!DOCTYPE t [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><t>&b;</t>")]
    public void List_of_parts_that_is_no_plain_xml_is_none(string types) => Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", types), ("word/document.xml", "<w/>"))));

    [Fact]
    public void List_of_parts_that_blows_up_is_none_before_it_fills_the_memory()
    {
        var bomb = Sheets.Types(("/word/document.xml", Sheets.DocxMain)).Replace("</Types>", new string(' ', 60_000_000) + "</Types>", StringComparison.Ordinal);
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", bomb), ("word/document.xml", "<w/>"))));
    }

    [Fact]
    public void Presentation_or_plain_zip_is_none()
    {
        const string Slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
        Assert.Null(Of(Sheets.Zip(("[Content_Types].xml", Sheets.Types(("/ppt/presentation.xml", Slides))), ("ppt/presentation.xml", "<p/>"))));
        Assert.Null(Of(Sheets.Zip(("a.txt", "a"))));
    }

    private static FileKind? Of(byte[] bytes) => FileRecognition.Of(new MemoryStream(bytes));
}

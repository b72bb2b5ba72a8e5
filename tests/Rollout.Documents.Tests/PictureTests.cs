using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Rollout.Core.Pictures;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

/// <summary>Pictures in Word files and pages.</summary>
public sealed class PictureTests
{
    private static readonly ImmutableArray<DrawingPoint> Box = [new(10, 10), new(60, 10), new(60, 40), new(10, 40)];

    private static readonly Drawing Drawing = new(100, 50,
    [
        new DrawingMark.Patch([Box], "#f5d179", "#b07a04", "#17212b", 1),
        new DrawingMark.Polyline([new(0, 0), new(100, 50)], "#174ea6", 2),
        new DrawingMark.Lettering(new(50, 30), "Quần đảo <Trường Sa>", 8, LabelAnchor.End, Bold: true),
    ]);

    private static readonly ReportDocument Document = new(
        "T", "vi", Sample.AsOf,
        [
            new ReportBlock.Sides([new(40, [new("A", ReportStyle.SideAgency)]), new(60, [new("B", ReportStyle.SideName), new("C", ReportStyle.SideMotto)])]),
            new ReportBlock.Picture("Bản đồ", Drawing), new ReportBlock.Paragraph("Chú thích", ReportStyle.Caption), new ReportBlock.Picture("Bản đồ 2", Drawing),
            new ReportBlock.NewPart(), new ReportBlock.Paragraph("Phụ lục", ReportStyle.AppendixName), new ReportBlock.NewPart(), new ReportBlock.Paragraph("Hai", ReportStyle.Body),
        ],
        []);

    [Fact]
    public void Word_file_with_pictures_sides_and_parts_is_valid_and_always_the_same()
    {
        using var word = WordprocessingDocument.Open(Sample.Print(new DocxWriter(), Document), false);
        Office.AssertValid(word);
        Assert.Equal(2, word.MainDocumentPart!.ImageParts.Count());
        Assert.Equal(3, word.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.SectionProperties>().Count());
        Assert.Equal(Sample.Bytes(new DocxWriter(), Document), Sample.Bytes(new DocxWriter(), Document));
    }

    [Fact]
    public void Metafile_counts_its_bytes_records_and_objects_truly()
    {
        var file = Metafile();
        var (records, at, made, number) = (0, 0, 0, 0);
        for (; at < file.Length; at += Word(file, at + 4))
        {
            number = Word(file, at);
            Assert.Equal(0, Word(file, at + 4) % 4);
            if (number is 38 or 39 or 82) made++;
            records++;
        }
        Assert.Equal((file.Length, 14), (at, number));
        Assert.Equal((0x464D4520, file.Length, records, made + 1), (Word(file, 40), Word(file, 48), Word(file, 52), Word(file, 56) & 0xFFFF));
    }

    [Fact]
    public void Metafile_says_texts_letter_by_letter_and_where_each_ends()
    {
        var file = Metafile();
        var at = Enumerable.Range(0, file.Length / 4).Select(i => i * 4).First(i => Word(file, i) == 84 && Word(file, i + 4) > 76);
        var (letters, text, advances) = (Word(file, at + 44), Word(file, at + 48), Word(file, at + 72));
        Assert.Equal("Quần đảo <Trường Sa>", Encoding.Unicode.GetString(file, at + text, letters * 2));
        Assert.True(advances + (letters * 4) <= Word(file, at + 4));
        // It ends at its place: the left edge and all its letters together.
        Assert.Equal((int)Math.Round(50 * 165.0), Word(file, at + 36) + Enumerable.Range(0, letters).Sum(i => Word(file, at + advances + (i * 4))));
    }

    [Fact]
    public void Page_holds_the_drawing_as_one_image_with_its_meaning()
    {
        var html = Encoding.UTF8.GetString(Sample.Bytes(new HtmlWriter(), Document));
        var svg = XElement.Parse(html[html.IndexOf("<svg", StringComparison.Ordinal)..(html.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        Assert.Equal(("img", "Bản đồ"), ((string?)svg.Attribute("role"), (string?)svg.Attribute("aria-label")));
        Assert.Equal("Quần đảo <Trường Sa>", svg.Element("text")!.Value);
        Assert.True(svg.Elements("path").Count(p => (string?)p.Attribute("stroke") == "#b07a04") == 1);
    }

    [Fact]
    public void Hatching_stays_within_its_outline()
    {
        var svg = Encoding.UTF8.GetString(Sample.Bytes(new HtmlWriter(), Document));
        var path = svg[(svg.IndexOf("stroke=\"#b07a04\"", StringComparison.Ordinal))..];
        var numbers = path[(path.IndexOf(" d=\"M", StringComparison.Ordinal) + 5)..path.IndexOf("\"/>", StringComparison.Ordinal)].Split('M', 'L')
            .Select(p => p.Split(' ')).Select(p => (X: double.Parse(p[0], System.Globalization.CultureInfo.InvariantCulture), Y: double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, p => Assert.True(p is { X: >= 9.9 and <= 60.1, Y: >= 9.9 and <= 40.1 }, $"{p}"));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public void Other_formats_pass_pictures_over(string format) => Assert.NotEmpty(Sample.Bytes(ReportWriters.Find(format)!, Document));

    private static byte[] Metafile()
    {
        using var word = WordprocessingDocument.Open(Sample.Print(new DocxWriter(), Document), false);
        using var stream = word.MainDocumentPart!.ImageParts.First().GetStream();
        using var kept = new MemoryStream();
        stream.CopyTo(kept);
        return kept.ToArray();
    }

    private static int Word(byte[] file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
}

using System.IO.Compression;
using System.Text;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

public sealed class ReportWritersTests
{
    // Hà Nội, once as letters with marks apart, once composed.
    private const string Decomposed = "Ha\u0300 No\u0323\u0302i";
    private const string Composed = "H\u00E0 N\u1ED9i";

    public static TheoryData<string> Formats => [.. ReportWriters.Formats];

    [Fact]
    public void Formats_are_the_five_we_write() => Assert.Equal(["docx", "xlsx", "csv", "json", "html"], ReportWriters.Formats);

    [Fact]
    public void Unknown_format_has_no_writer() => Assert.Null(ReportWriters.Find("pdf"));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Writer_is_found_by_format_in_any_case(string format)
    {
        var writer = ReportWriters.Find(format.ToUpperInvariant());
        Assert.NotNull(writer);
        Assert.Equal(format, writer.Format);
        Assert.Contains('/', writer.ContentType);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Same_document_gives_same_bytes(string format)
    {
        var writer = ReportWriters.Find(format)!;
        var first = Sample.Bytes(writer, Sample.Appendix);
        Assert.NotEmpty(first);
        Assert.Equal(first, Sample.Bytes(writer, Sample.Appendix with { Title = new StringBuilder(Sample.Appendix.Title).ToString() }));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Empty_table_is_printed(string format) => Assert.NotEmpty(Sample.Bytes(ReportWriters.Find(format)!, Sample.Empty));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Document_without_anything_is_printed(string format) =>
        Assert.NotEmpty(Sample.Bytes(ReportWriters.Find(format)!, new("", "en", Sample.AsOf, [], [])));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Stream_that_cannot_seek_gets_the_same_bytes_and_stays_open(string format)
    {
        var writer = ReportWriters.Find(format)!;
        using var kept = new MemoryStream();
        using var stream = new OneWayStream(kept);
        writer.Write(Sample.Appendix, stream);
        Assert.True(stream.CanWrite);
        Assert.Equal(Sample.Bytes(writer, Sample.Appendix), kept.ToArray());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Text_is_composed_and_loses_only_what_no_file_can_hold(string format)
    {
        var writer = ReportWriters.Find(format)!;
        Assert.Equal(
            Sample.Bytes(writer, Sample.OfCells($"{Composed} \U0001F600 \uFFFD")),
            Sample.Bytes(writer, Sample.OfCells($"{Decomposed}\0\u0001\uFFFF \U0001F600 \uD800")));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Package_tells_nothing_of_the_clock_or_of_chance(string format)
    {
        using var zip = new ZipArchive(Sample.Print(ReportWriters.Find(format)!, Sample.Appendix));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.Equal(zip.Entries.Skip(1).Select(e => e.FullName).Order(StringComparer.Ordinal), zip.Entries.Skip(1).Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.DoesNotMatch("[0-9a-f]{16}", string.Concat(zip.Entries.Select(e => e.FullName)));
        foreach (var links in zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(links.Open());
            Assert.DoesNotMatch("Id=\"(?!rId[0-9]+\")", text.ReadToEnd());
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void Package_says_title_date_and_language(string format)
    {
        using var package = System.IO.Packaging.Package.Open(Sample.Print(ReportWriters.Find(format)!, Sample.Appendix));
        Assert.Equal("DANH SÁCH CÁC ĐỊA PHƯƠNG", package.PackageProperties.Title);
        Assert.Equal(Sample.AsOf.UtcDateTime, package.PackageProperties.Created?.ToUniversalTime());
        Assert.Equal("vi-VN", package.PackageProperties.Language);
    }
}

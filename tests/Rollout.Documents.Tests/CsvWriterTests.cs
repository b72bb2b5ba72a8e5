using System.Text;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

public sealed class CsvWriterTests
{
    private const string Mark = "\uFEFF";

    [Fact]
    public void Small_document_gives_exactly_these_bytes()
    {
        var document = new ReportDocument(
            "T", "vi", Sample.AsOf, [],
            [
                new(
                    "R", ["number", "title", "count", "code", "name"],
                    [
                        [ReportCell.Of(-2), new("Đã xong, \"chưa\" ký"), ReportCell.Of(12), new("01"), new("Hà Nội")],
                        [ReportCell.Of(3), new("=1+1"), ReportCell.Of(0), new("-5"), new("dòng 1\ndòng 2")],
                    ]),
                new("never printed", ["x"], []),
            ]);
        var expected = Mark + "number,title,count,code,name\r\n"
            + "-2,\"Đã xong, \"\"chưa\"\" ký\",12,01,Hà Nội\r\n"
            + "3,'=1+1,0,'-5,\"dòng 1\ndòng 2\"\r\n";
        Assert.Equal(Encoding.UTF8.GetBytes(expected), Sample.Bytes(new CsvWriter(), document));
    }

    [Theory]
    [InlineData("=A1", "'=A1")]
    [InlineData("+84", "'+84")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\t=A1", "'\t=A1")]
    [InlineData("\r=A1", "\"'\r=A1\"")]
    [InlineData("\n=A1", "\"'\n=A1\"")]
    [InlineData("\0=A1", "'=A1")]
    [InlineData("=1,\"2\"", "\"'=1,\"\"2\"\"\"")]
    [InlineData("a=b", "a=b")]
    [InlineData(" x", "\" x\"")]
    public void Cell_is_quoted_and_never_a_formula(string text, string printed)
    {
        var csv = Encoding.UTF8.GetString(Sample.Bytes(new CsvWriter(), Sample.OfCells("first", text)));
        Assert.Equal($"{Mark}a\r\nfirst\r\n{printed}\r\n", csv);
    }

    [Fact]
    public void Records_without_rows_leave_the_header() =>
        Assert.Equal($"{Mark}number,title,count,code,name\r\n", Encoding.UTF8.GetString(Sample.Bytes(new CsvWriter(), Sample.Empty)));

    [Fact]
    public void Document_without_records_leaves_the_mark() =>
        Assert.Equal(Encoding.UTF8.GetPreamble(), Sample.Bytes(new CsvWriter(), Sample.Appendix with { Records = [] }));

    [Fact]
    public void Mark_is_written_behind_something_else_too()
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'x');
        new CsvWriter().Write(Sample.Empty, stream);
        Assert.Equal(Encoding.UTF8.GetPreamble(), stream.ToArray()[1..4]);
    }
}

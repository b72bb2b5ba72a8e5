using System.Collections.Immutable;
using Rollout.Core.Reports;

namespace Rollout.Documents.Tests;

/// <summary>Small documents of the shape Core makes.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset AsOf = new(2024, 7, 15, 0, 0, 0, TimeSpan.FromHours(7));

    public static readonly ImmutableArray<ReportColumn> Columns =
        [new("STT", 8, true), new("Nội dung", 34, false), new("Số lượng", 14, true), new("Tỉnh, thành phố", 44, false)];

    public static ReportDocument Appendix { get; } = Of(
        [
            Row(1, "Đã hoàn thành <kết nối> & \"kiểm thử\"", 1, "Cần Thơ"),
            Row(2, "Đang thực hiện", 28, "An Giang, Bắc Giang"),
        ]);

    /// <summary>Of the shape of test minutes: a motto, and places to sign in a table without lines.</summary>
    public static ReportDocument Minutes { get; } = new(
        "BIÊN BẢN KIỂM THỬ", "vi", AsOf,
        [
            new ReportBlock.Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", ReportStyle.Title),
            new ReportBlock.Paragraph("Độc lập - Tự do - Hạnh phúc", ReportStyle.Motto),
            new ReportBlock.Paragraph("", ReportStyle.Body),
            new ReportBlock.Table("Chữ ký", [new("ĐẠI DIỆN\nA", 50, true), new("ĐẠI DIỆN\nB", 50, true)], [[new("(Ký)\n\n\n"), new("(Ký)\n\n\n")]]) { Bare = true },
        ],
        []);

    public static ReportDocument Empty { get; } = Of([], []);

    public static ReportDocument Large { get; } = Of([.. Enumerable.Range(1, 600).Select(i => Row(i, $"Bước {i}", i, "Hà Nội"))]);

    public static ReportDocument Of(ImmutableArray<ImmutableArray<ReportCell>> rows) => Of(
        rows, [[ReportCell.Of(1), new("Đã hoàn thành"), ReportCell.Of(1), new("01"), new("Hà Nội")]]);

    public static ReportDocument Of(ImmutableArray<ImmutableArray<ReportCell>> rows, ImmutableArray<ImmutableArray<ReportCell>> records) => new(
        "DANH SÁCH CÁC ĐỊA PHƯƠNG", "vi", AsOf,
        [
            new ReportBlock.Paragraph("Phụ lục I", ReportStyle.AppendixName),
            new ReportBlock.Paragraph("DANH SÁCH\nCÁC ĐỊA PHƯƠNG", ReportStyle.Title),
            new ReportBlock.Paragraph("(Ban hành kèm theo Công văn số          /VPCP-KSTT)", ReportStyle.IssuedWith),
            new ReportBlock.Table("Phụ lục I", Columns, rows),
            new ReportBlock.Paragraph("Ghi chú", ReportStyle.Heading),
            new ReportBlock.Paragraph("Số liệu theo báo cáo.", ReportStyle.Body),
        ],
        [new("Phụ lục I", ["number", "title", "count", "code", "name"], records)]);

    /// <summary>A document that is one table of one column.</summary>
    public static ReportDocument OfCells(params string[] texts)
    {
        ImmutableArray<ImmutableArray<ReportCell>> rows = [.. texts.Select(t => (ImmutableArray<ReportCell>)[new(t)])];
        return new("T", "vi", AsOf, [new ReportBlock.Table("T", [new("A", 100, false)], rows)], [new("R", ["a"], rows)]);
    }

    public static MemoryStream Print(IReportWriter writer, ReportDocument document)
    {
        var stream = new MemoryStream();
        writer.Write(document, stream);
        stream.Position = 0;
        return stream;
    }

    public static byte[] Bytes(IReportWriter writer, ReportDocument document) => Print(writer, document).ToArray();

    private static ImmutableArray<ReportCell> Row(int number, string title, int count, string names) =>
        [ReportCell.Of(number), new(title), ReportCell.Of(count), new(names)];
}

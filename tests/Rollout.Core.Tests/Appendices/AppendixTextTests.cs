using System.Text;
using System.Text.Json;
using Rollout.Core.Appendices;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Appendices;

/// <summary>Reading the appendix of July 2024 as it comes out of its pdf, whole and mangled.</summary>
public sealed class AppendixTextTests
{
    private static readonly string Published = Repository.Text("tests", "Rollout.Core.Tests", "Appendices", "appendices-2024-07.txt");

    [Fact]
    public void Text_pasted_as_it_is_gives_the_six_lists_name_for_name()
    {
        var reading = Read(Published);
        Assert.Empty(reading.Mistakes);
        Assert.Equal([1, 12, 28, 23, 3, 59], reading.Rows.Select(r => r.Participants.Length));
        using var baseline = JsonDocument.Parse(LienThong.BaselineText(LienThong.Appendix));
        foreach (var (published, row) in baseline.RootElement.EnumerateArray().Zip(reading.Rows))
        {
            Assert.Equal(published.GetProperty("number").GetInt32(), row.Number);
            Assert.Equal(published.GetProperty("title").GetString(), row.Title);
            Assert.Equal($"{published.GetProperty("count").GetInt32()}", row.Count);
            Assert.Equal(published.GetProperty("provinces").EnumerateArray().Select(p => p.GetString()), row.Participants.Select(p => p.Name));
            Assert.Equal(published.GetProperty("codes").EnumerateArray().Select(p => p.GetString()), row.Participants.Select(p => p.Code));
        }
        Assert.Equal((new(2024, 7, 15), DatePrecision.Month), (reading.Dated!.Day, reading.Dated.Precision));
        Assert.Equal("…/VPCP-KSTT", reading.Letter);
        Assert.Equal("Hồ Chí Minh", reading.Rows[4].Names[2]);
    }

    [Fact]
    public void Text_says_exactly_what_the_published_state_of_the_programme_says()
    {
        var source = LienThong.Programme.Baselines.Single(b => b.File == LienThong.Appendix);
        var document = new DocumentReference("…/VPCP-KSTT", "vpcp", "2024-07");
        Assert.Equal(
            LienThong.Commands(LienThong.Appendix).Select(c => $"{c}"),
            Read(Published).State!.Commands(LienThong.Programme, LienThong.Provinces, source, document).Select(c => $"{c}"));
    }

    [Theory]
    [InlineData("windows line ends")]
    [InlineData("decomposed letters")]
    [InlineData("no-break spaces")]
    [InlineData("one line a word")]
    [InlineData("no marks")]
    [InlineData("dashes")]
    [InlineData("pages")]
    [InlineData("cells on lines")]
    [InlineData("tabs")]
    [InlineData("numbers with dots")]
    [InlineData("byte order mark")]
    [InlineData("kinds")]
    [InlineData("semicolons")]
    public void What_copying_does_to_a_text_changes_nothing(string how)
    {
        var text = how switch
        {
            "windows line ends" => Published.Replace("\n", "\r\n", StringComparison.Ordinal),
            "decomposed letters" => Published.Normalize(NormalizationForm.FormD),
            "no-break spaces" => Published.Replace(' ', '\u00A0'),
            "one line a word" => Published[..Published.IndexOf("Phụ lục II", StringComparison.Ordinal)].Replace(" ", "\n", StringComparison.Ordinal),
            "no marks" => Core.Participants.PlainText.Of(Published),
            "dashes" => Published.Replace("Rịa - Vũng", "Rịa –\nVũng", StringComparison.Ordinal),
            "pages" => Published.Replace("Trà Vinh, \n", "Trà Vinh, \n2\n\fSTT Nội dung Số lượng Tỉnh, thành phố\n\n", StringComparison.Ordinal),
            "cells on lines" => Published.Replace("hộ tịch 3 Bình", "hộ tịch\n3\nBình", StringComparison.Ordinal).Replace("1 Địa", "1\nĐịa", StringComparison.Ordinal),
            "tabs" => Published.Replace("hộ tịch 3 Bình", "hộ tịch\t3\tBình", StringComparison.Ordinal).Replace("2 Địa", "2\tĐịa", StringComparison.Ordinal),
            "numbers with dots" => Published.Replace("3 Địa", "3. Địa", StringComparison.Ordinal).Replace("4 Địa", "4) Địa", StringComparison.Ordinal),
            "byte order mark" => "\uFEFF" + Published,
            "kinds" => Published.Replace("Cần Thơ", "TP. Cần Thơ", StringComparison.Ordinal).Replace("Long An", "tỉnh Long An", StringComparison.Ordinal),
            _ => Published.Replace("An Giang,", "An Giang;", StringComparison.Ordinal),
        };
        var reading = Read(text);
        Assert.Equal([], reading.Mistakes.Select(m => $"{m}"));
        Assert.Equal(Read(Published).Rows.SelectMany(r => r.Participants), reading.Rows.SelectMany(r => r.Participants));
    }

    [Theory]
    [InlineData("Kon \nTum", "Kon \nTom", "2 29 baseline.unknownNear: 2; Kon Tom; Kon Tum")]
    [InlineData("Bắc Ninh, Bình \nDương", "Bắc Ninh Bình \nDương", "2 27 baseline.unknownNear: 2; Bắc Ninh Bình Dương; Bình Dương|2 22 baseline.count: 2; 12; 11")]
    [InlineData("\n12\n", "\n13\n", "2 22 baseline.count: 2; 13; 12")]
    [InlineData("\n12\n", "\n\n", "2 22 reading.count: 2; ")]
    [InlineData("4 Địa phương chưa", "4 Địa phương đang", "4 53 reading.titleOf: 4; Địa phương đang thực hiện kết nối với PM DVCLT; 3")]
    [InlineData("4 Địa phương chưa thực hiện \nkết nối với PM DVCLT", "4 Tỉnh còn lại", "4 53 reading.title: 4; Tỉnh còn lại; Địa phương chưa thực hiện kết nối với PM DVCLT")]
    [InlineData("4 Địa phương chưa", "3 Địa phương chưa", "3 53 reading.titleOf: 3; Địa phương chưa thực hiện kết nối với PM DVCLT; 4|3 53 baseline.rowTwice: 3|4 0 baseline.noRow: 4")]
    [InlineData("6 Địa phương chưa", "7 Địa phương chưa", "7 76 baseline.row: 7; 1, 2, 3, 4, 5, 6|6 0 baseline.noRow: 6")]
    [InlineData("Yên Bái\n\n4", "Yên Bái, An \nGiang\n\n4", "3 51 baseline.doubled: 3; An Giang|3 34 baseline.count: 3; 28; 29")]
    [InlineData("Bình Định, Long An", "Bình Định, Bình Thuận", "6 76 baseline.twoRows: Bình Thuận; 5; 6|0 0 baseline.nowhere: Long An; hotich")]
    [InlineData("\nCần Thơ\n", "\nLong An\n", "5 71 baseline.twoRows: Long An; 1; 5|0 0 baseline.nowhere: Cần Thơ; hotich")]
    [InlineData("Trà Vinh, \nTuyên Quang, Yên Bái\n\n4", "Trà Vinh, \nTuyên Quang\n\n4", "3 34 baseline.count: 3; 28; 27|0 0 baseline.nowhere: Yên Bái; dvclt")]
    public void Mistake_is_named_with_its_row_and_line(string right, string wrong, string expected)
    {
        Assert.Contains(right, Published, StringComparison.Ordinal);
        var at = Published.IndexOf(right, StringComparison.Ordinal);
        var reading = Read(Published[..at] + wrong + Published[(at + right.Length)..]);
        Assert.Null(reading.State);
        Assert.Equal(expected.Split('|').Order(), reading.Mistakes.Select(m => $"{m.Row} {m.Line} {m.Message}").Order());
        Assert.All(reading.Mistakes.Where(m => m.Row > 0), m => Assert.Contains(reading.Rows, r => r.Number == m.Row && r.Mistakes.Contains(m)));
    }

    [Fact]
    public void Names_each_on_a_line_of_its_own_need_no_commas()
    {
        var lines = Published.Replace("3 Bình Định, Long An, Hồ \n\nChí Minh", "3 Bình Định\nLong An\nHồ\nChí Minh", StringComparison.Ordinal);
        Assert.NotEqual(Published, lines);
        Assert.Empty(Read(lines).Mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Kính gửi các địa phương, 12 ngày 3 tháng")]
    [InlineData("1 2 3\n4\n5, 6\n")]
    [InlineData("\uD800\uDC00 \uD800 1 Địa phương \uDFFF")]
    public void Text_without_the_lists_is_said_to_have_none(string text) => Assert.Equal("reading.noRows", Assert.Single(Read(text).Mistakes).Message.Code);

    [Fact]
    public void Text_far_too_long_is_not_read_at_all() =>
        Assert.Equal("reading.tooLong", Assert.Single(Read(new('1', AppendixReader.MostCharacters + 1)).Mistakes).Message.Code);

    [Fact]
    public void Cut_shuffled_and_strange_texts_are_read_without_failing()
    {
        var random = new Random(20240715);
        for (var i = 0; i < 200; i++)
        {
            var text = new StringBuilder(Published[random.Next(Published.Length / 2)..][..random.Next(Published.Length / 2)]);
            for (var n = random.Next(40); n > 0; n--) text.Insert(random.Next(text.Length + 1), (char)random.Next(0x10000));
            var reading = Read(text.ToString());
            Assert.True(reading.State is not null || !reading.Mistakes.IsEmpty);
        }
    }

    [Fact]
    public void Worst_texts_of_the_longest_length_end_soon()
    {
        foreach (var piece in (string[])["1\n", "1 Địa phương ", "1 Địa phương đã hoàn thành kết nối với PM\n", "a,", "1 a\n", "Hà\n", "Phụ lục "])
            Assert.NotEmpty(Read(string.Concat(Enumerable.Repeat(piece, AppendixReader.MostCharacters / piece.Length))).Mistakes);
    }

    private static AppendixReading Read(string text) => AppendixReader.Read(LienThong.Programme, LienThong.Provinces, PrintedDocument.OfText("pasted", text));
}

using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Tests.Support.Dossiers;

namespace Rollout.Core.Tests.Measures;

/// <summary>Tables with a column for each measure and period: every bad cell has its line and its column, and bare numbers are not guessed.</summary>
public sealed class FigureSheetTests
{
    [Fact]
    public void Row_states_a_figure_in_each_of_its_columns()
    {
        var sheet = Of(WithLetter(), $"code|name|{Share} {Autumn}|{Books} 2025-07|note", "96|Cà Mau|44,47|12|", "01||20|2.524|", "04|||| ");
        Assert.Empty(sheet.Mistakes);
        Assert.Equal(
            [$"2 {Share} 96 44.47 same", $"2 {Books} 96 12 states", $"3 {Share} 01 20 states", $"3 {Books} 01 2524 states"],
            sheet.Figures.Select(f => $"{f.Planned.Row} {f.Column.Measure.Key} {f.Planned.Participant.Code} {f.Planned.After} {(f.Planned.Command is null ? "same" : f.Planned.Corrects ? "corrects" : "states")}"));
        Assert.Equal((2, 3), (sheet.Blank, sheet.Commands.Count()));
        Assert.Equal([Autumn, July], sheet.Head.Figures.Select(c => c.Period));
    }

    [Fact]
    public void Bad_cell_is_named_once_where_a_person_finds_it()
    {
        var sheet = Of(WithLetter(), $"{Share} {Autumn}|note|name|{Books} 2025-07", "40||Cà Mau|1", "x||Ca Mou|2");
        Assert.Equal(["2 B note.required", "3 A sheet.number", "3 C sheet.nameNear"], Said(sheet));
        Assert.Equal("Ca Mou", sheet.Mistakes[2].Typed);
        Assert.Empty(sheet.Commands);
    }

    [Fact]
    public void Reason_that_has_no_column_is_missed_at_the_figure() => Assert.Equal(["2 B note.required"], Said(Of(WithLetter(), $"code|{Share} {Autumn}", "96|40")));

    [Theory]
    [InlineData("code|name", "1 B sheet.headFigures")]
    [InlineData("code|nhan", "1 B sheet.head")]
    [InlineData("code|books", "1 B sheet.headPeriod")]
    [InlineData("code|books 2025-13", "1 B sheet.headPeriod")]
    [InlineData("code|books 2025-08..2025-07", "1 B sheet.headPeriod")]
    [InlineData("books 2025", "1 A sheet.headNobody")]
    [InlineData("code|code|books 2025", "1 B sheet.headTwice")]
    [InlineData("code|books 2025-07|books 2025-07-01..2025-07-31", "1 C sheet.headTwice")]
    [InlineData("code||books 2025", "1 B sheet.headEmpty")]
    public void Heading_that_is_not_understood_is_named(string head, string expected)
    {
        var sheet = Of(New(), head.Replace("books", Books, StringComparison.Ordinal), "96|1|1|1");
        Assert.Contains(expected, Said(sheet));
        Assert.Empty(sheet.Commands);
    }

    [Fact]
    public void Code_that_a_spreadsheet_took_for_a_number_is_known_and_an_ambiguous_one_is_not_guessed()
    {
        Assert.Equal("01", Assert.Single(Of(New(), $"code|{Share} {Autumn}", "1|20").Figures).Planned.Participant.Code);
        Assert.Equal(["2 A sheet.code"], Said(Of(New(), $"code|{Share} {Autumn}", "001x|20")));
    }

    [Fact]
    public void Number_of_a_workbook_is_taken_as_it_is_rather_than_read()
    {
        TypedLine[] lines = [Line(1, $"code|{Books} 2025-07"), new(2, [new("96"), new("2.524", 2.524m)])];
        Assert.Equal(["2 B figure.decimals"], Said(FigureSheet.Of(Empty, lines, _ => Btp, Now)));
    }

    [Fact]
    public void Table_without_a_line_of_figures_says_what_it_wants()
    {
        Assert.Equal(["1 A sheet.empty"], Said(FigureSheet.Of(Empty, [], _ => Btp, Now)));
        Assert.Equal(["1 A sheet.empty"], Said(Of(New(), $"code|{Share} {Autumn}")));
    }

    [Fact]
    public void Column_beyond_the_last_letter_is_called_as_spreadsheets_do() =>
        Assert.Equal(["Z", "AA", "AZ", "BA"], new[] { 26, 27, 52, 53 }.Select(c => new SheetMistake(1, c, "", Wording.Message.Of("x")).Letters));

    [Theory]
    [InlineData("2025-07-01..2025-10-28", "2025-07-01..2025-10-28")]
    [InlineData("2025-07", "2025-07-01..2025-07-31")]
    [InlineData("2025", "2025-01-01..2025-12-31")]
    [InlineData("2025-07..2025-09", "2025-07-01..2025-09-30")]
    [InlineData("2025-07-04", "2025-07-04..2025-07-04")]
    [InlineData("2025-07-02..2025-07-01", null)]
    [InlineData("2025..", null)]
    [InlineData("1..2..3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Period_is_read_as_it_is_written_or_as_a_month_or_a_year(string? text, string? meant) => Assert.Equal(meant, FigurePeriod.Parse(text)?.ToString());

    private static FigureSheet Of(Scribe scribe, params string[] lines) => FigureSheet.Of(scribe.Board, [.. lines.Select((l, i) => Line(i + 1, l))], _ => Btp, Now);

    private static TypedLine Line(int line, string cells) => new(line, [.. cells.Split('|').Select(c => new TypedCell(c))]);

    private static IEnumerable<string> Said(FigureSheet sheet) => sheet.Mistakes.Select(m => $"{m.Line} {m.Letters} {m.Message.Code}");
}

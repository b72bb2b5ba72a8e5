using Rollout.Core.Calendar;

namespace Rollout.Core.Tests.Calendar;

/// <summary>Reading days off from csv.</summary>
public sealed class WorkingDaysCsvTests
{
    [Fact]
    public void Comments_empty_lines_byte_order_mark_and_carriage_returns_are_no_matter()
    {
        var (days, mistakes) = WorkingDaysCsv.Read(("a.csv", "\uFEFF# said by whom\r\ndate,kind,name\r\n\r\n# 2024\r\n2024-09-02 , holiday, Quốc khánh \r\n"));
        Assert.Empty(mistakes);
        Assert.Equal([new CalendarDay(new(2024, 9, 2), DayKind.Holiday, "Quốc khánh")], days!.Days);
    }

    [Fact]
    public void Several_files_make_one_calendar()
    {
        var (days, _) = WorkingDaysCsv.Read(("2025.csv", "date,kind,name\n2025-01-01,holiday,A"), ("2024.csv", "date,kind,name\n2024-01-01,holiday,A"));
        Assert.Equal([2024, 2025], days!.Years);
    }

    [Theory]
    [InlineData("", "a.csv:1 calendar.head: date,kind,name")]
    [InlineData("# nothing yet\n", "a.csv:1 calendar.head: date,kind,name")]
    [InlineData("# by whom\ndate;kind;name\n2024-01-01;holiday;A", "a.csv:2 calendar.head: date,kind,name")]
    [InlineData("date,kind,name\n2024-01-01,holiday", "a.csv:2 csv.cells: 3; 2")]
    [InlineData("date,kind,name\n01/01/2024,holiday,A", "a.csv:2 yaml.day: 01/01/2024")]
    [InlineData("date,kind,name\n2023-02-29,holiday,A", "a.csv:2 yaml.day: 2023-02-29")]
    [InlineData("date,kind,name\n2024-01-01,holidy,A", "a.csv:2 yaml.unknownNear: holidy; holiday; holiday, inLieu, swappedOff, workedSaturday")]
    [InlineData("date,kind,name\n2024-01-01,,A", "a.csv:2 yaml.unknown: ; holiday, inLieu, swappedOff, workedSaturday")]
    [InlineData("date,kind,name\n2024-01-01,holiday,", "a.csv:2 calendar.name")]
    [InlineData("date,kind,name\n2024-05-05,workedSaturday,A", "a.csv:2 calendar.saturday: 2024-05-05")]
    [InlineData("date,kind,name\n2024-05-04,swappedOff,A", "a.csv:2 calendar.weekend: 2024-05-04")]
    [InlineData("date,kind,name\n2024-05-05,inLieu,A", "a.csv:2 calendar.weekend: 2024-05-05")]
    [InlineData("date,kind,name\n2024-01-01,holiday,A\n2024-01-01,holiday,B", "a.csv:3 calendar.doubled: 2024-01-01; a.csv:2")]
    public void Slip_is_named_at_its_line(string text, string said) => Assert.Equal([said], Mistakes(("a.csv", text)));

    [Fact]
    public void Mistakes_of_all_files_are_found_together() =>
        Assert.Equal(
            ["a.csv:2 yaml.day: soon", "a.csv:2 yaml.unknown: feast; holiday, inLieu, swappedOff, workedSaturday", "a.csv:2 calendar.name", "a.csv:4 csv.cells: 3; 1", "b.csv:2 calendar.doubled: 2024-01-01; a.csv:3"],
            Mistakes(("a.csv", "date,kind,name\nsoon,feast,\n2024-01-01,holiday,A\nx"), ("b.csv", "date,kind,name\n2024-01-01,holiday,A")));

    private static IEnumerable<string> Mistakes(params (string File, string Text)[] files)
    {
        var (days, mistakes) = WorkingDaysCsv.Read(files);
        Assert.Null(days);
        return mistakes.Select(m => $"{m.File}:{m.Line} {m.Message}");
    }
}

using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Publications;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Participants;

/// <summary>Names and kinds carry dates; what a list once said stays as it was said.</summary>
public sealed class ParticipantNamesTests
{
    private const string Towns =
        """
        code,name,kind,region,aliases,from
        1,Alma,village,north,Old Alma,
        2,Brod,town,south,,1900-01-01
        1,Alma Port,town,,New Alma,1910-05-01
        1,Royal Alma,,,,1920-01-01
        """;

    [Theory]
    [InlineData("1850-01-01", "Alma", "village")]
    [InlineData("1910-04-30", "Alma", "village")]
    [InlineData("1910-05-01", "Alma Port", "town")]
    [InlineData("1919-12-31", "Alma Port", "town")]
    [InlineData("2000-01-01", "Royal Alma", "town")]
    public void Name_and_kind_are_those_of_the_day(string day, string name, string kind)
    {
        var alma = Sets.Of("towns", Towns).Find("1")!;
        Assert.Equal((name, kind), (alma.NameOn(Day(day)), alma.KindOn(Day(day))));
    }

    [Fact]
    public void Participant_of_one_name_bears_it_on_every_day()
    {
        var brod = Sets.Of("towns", Towns).Find("2")!;
        Assert.Equal(("Brod", "town", Day("1900-01-01")), (brod.NameOn(Day("1800-01-01")), brod.KindOn(DateOnly.MaxValue), brod.From));
        Assert.Empty(brod.Later);
    }

    [Fact]
    public void Later_names_leave_the_first_one_and_the_order_as_they_were()
    {
        var set = Sets.Of("towns", Towns);
        Assert.Equal(["Alma", "Brod"], set.All.Select(p => p.Name));
        Assert.Equal(["Old Alma", "New Alma"], set.Find("1")!.Aliases);
        Assert.Equal("north", set.Find("1")!.Region);
    }

    [Theory]
    [InlineData("Alma")]
    [InlineData("alma port")]
    [InlineData("Town Alma Port")]
    [InlineData("ROYAL ALMA")]
    [InlineData("new alma")]
    public void Every_name_it_ever_bore_is_recognised(string name) => Assert.Equal("1", new NameMatcher(Sets.Of("towns", Towns)).Find(name)?.Code);

    [Theory]
    [InlineData("1,A,,,,\n1,B,,,,", "3 csv.doubled: 1; 2")]
    [InlineData("1,A,,,,soon", "2 csv.date: soon")]
    [InlineData("1,A,,,,\n1,B,,,,01/01/1900", "3 csv.date: 01/01/1900")]
    [InlineData("1,A,,,,1900-01-01\n1,B,,,,1900-01-01", "3 csv.later: 1; 1900-01-01; 2")]
    [InlineData("1,A,,,,\n1,B,,,,1900-01-02\n1,C,,,,1900-01-01", "4 csv.later: 1; 1900-01-01; 2")]
    [InlineData("1,A,,,,\n1,B,,x,,1900-01-01\n1,C,9,,,1900-01-02\n1,D,,,s:1,1900-01-03", "3 csv.once: region; 2|4 csv.once: successor_2025; 2|5 csv.once: parts; 2")]
    [InlineData("1,A,,,s,", "2 csv.parts: s")]
    [InlineData("1,A,,,s:,\n2,B,,,:1 2,\n3,C,,,s:1:2,", "2 csv.parts: s:|3 csv.parts: :1 2|4 csv.parts: s:1:2")]
    [InlineData("1,\"A, B\",,,,\n2,\"A,,,,\n3,\"A\"B,,,,", "3 csv.quote|4 csv.quote")]
    public void Row_that_says_something_impossible_is_named_at_its_line(string rows, string said)
    {
        var (set, mistakes) = ParticipantCsv.Read("s", "s.csv", $"code,name,successor_2025,region,parts,from\n{rows}");
        Assert.Null(set);
        Assert.Equal(said, string.Join('|', mistakes.Select(m => $"{m.Line} {m.Message}")));
    }

    [Fact]
    public void Cell_with_commas_and_quotes_stands_in_quotes()
    {
        var set = Sets.Of("s", "code,name,kind\n1,\"Culture, Sports and \"\"Tourism\"\"\",\"\"\n2,\"\"\"\",x\n");
        Assert.Equal("Culture, Sports and \"Tourism\"", set.Find("1")!.Name);
        Assert.Equal(("\"", "x"), (set.Find("2")!.Name, set.Find("2")!.Kind));
    }

    [Theory]
    [InlineData("2024-12-31", "Thừa Thiên Huế", "tỉnh")]
    [InlineData("2025-01-01", "Huế", "thành phố")]
    public void Hue_is_a_city_from_the_first_day_of_2025(string day, string name, string kind)
    {
        var hue = LienThong.Province("46");
        Assert.Equal((name, kind), (hue.NameOn(Day(day)), hue.KindOn(Day(day))));
        Assert.Equal("Thừa Thiên Huế", hue.Name);
    }

    [Theory]
    [InlineData("2024-12-31", "Thừa Thiên Huế", "Thanh Hóa")]
    [InlineData("2025-01-01", "Huế", "Hòa Bình")]
    public void Lists_of_a_day_print_the_names_of_that_day_in_their_order(string day, string name, string before)
    {
        var lists = StatusLists.Of(LienThong.WithBaselines().Board.On(Day(day)), "test", Times.Now);
        var names = lists.Lists.First(l => l.Participants.Any(p => p.Code == "46")).Participants;
        Assert.Equal(name, names.Single(p => p.Code == "46").Name);
        Assert.Equal(names.Order(OfficialOrder.Instance), names);
        var all = LienThong.Provinces.On(Day(day)).All;
        Assert.Equal(before, all[LienThong.Provinces.On(Day(day)).IndexOf("46") - 1].Name);
    }

    [Fact]
    public void Board_of_another_day_differs_in_names_alone()
    {
        var board = LienThong.WithBaselines().Board;
        Assert.Same(board, board.On(Day("2024-12-31")));
        var later = board.On(Day("2025-01-01"));
        Assert.Equal(board.Seq, later.Seq);
        Assert.All(board.Rows, r => Assert.Equal(r.Cells, later[r.Participant.Id].Cells));
        Assert.Equal(["46"], later.Rows.Where(r => !ReferenceEquals(r, board[r.Participant.Id])).Select(r => r.Participant.Code));
        Assert.Equal("46", new NameMatcher(later.Participants).Find("Thừa Thiên Huế")?.Code);
        Assert.Equal(BoardSummary.Of(board, "test", Times.Now) with { AllSystemsNames = [] }, BoardSummary.Of(later, "test", Times.Now) with { AllSystemsNames = [] }, Numbers);

        static bool Numbers(BoardSummary? a, BoardSummary? b) => (a!.AllSystems, a.StepsDone, a.Unknown) == (b!.AllSystems, b.StepsDone, b.Unknown) && a.Systems.SequenceEqual(b.Systems);
    }

    [Fact]
    public void Another_name_moves_nobody_between_the_lists_of_two_days()
    {
        var board = LienThong.WithBaselines().Board;
        var (before, after) = (StatusLists.Of(board, "test", Times.Now), StatusLists.Of(board.On(Day("2025-01-01")), "test", Times.Now));
        Assert.True(ListMovement.Between(before, after, []).IsEmpty);
        Assert.Empty(ListMovement.Who(before, after));
        var plan = new PublicationPlan("test", null, [], [], null);
        Assert.Empty(PublicationChange.Between(PublicationContent.Of(before, Times.Now, plan), PublicationContent.Of(after, Times.Now, plan)));
        var weekly = WeeklyFacts.Of(ListMovement.Between(before, after, []), null);
        Assert.Empty(weekly.Opened.Concat(weekly.Stopped).Concat(weekly.Completed.SelectMany(c => c.Who)));
    }

    [Fact]
    public void Rows_under_another_name_stay_the_same_objects_while_they_say_the_same()
    {
        var ledger = LienThong.WithBaselines();
        var before = ledger.Board.On(Day("2025-01-01"));
        ledger.Happened("01", "1.1", new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.InProgress, Basis.Report), Times.Now, "production");
        var named = ledger.Board.Named(before.Participants, before);
        Assert.Equal(["01"], named.Rows.Where(r => !ReferenceEquals(r, before[r.Participant.Id])).Select(r => r.Participant.Code));
        Assert.Equal("Huế", named.Find("46")!.Participant.Name);
    }

    [Fact]
    public void Sets_that_take_part_together_keep_their_places_whatever_the_names_of_the_day()
    {
        var together = ParticipantSet.Together([LienThong.Provinces, Sets.Central]).On(Day("2025-01-01"));
        Assert.Equal([.. LienThong.Provinces.On(Day("2025-01-01")).All, .. Sets.Central.All], together.All, (a, b) => a!.Id == b!.Id);
    }

    [Fact]
    public void Only_one_of_the_sixty_three_took_another_name() =>
        Assert.Equal(["46"], LienThong.Provinces.All.Where(p => !p.Later.IsEmpty).Select(p => p.Code));

    [Fact]
    public void Thirty_four_exist_since_the_first_of_july_2025()
    {
        Assert.Equal(34, Sets.Provinces34.Count);
        Assert.Equal((null, Day("2025-07-01")), (LienThong.Provinces.From, Sets.Provinces34.From));
        Assert.All(Sets.Provinces34.All, p => Assert.Equal(Day("2025-07-01"), p.From));
        Assert.Equal(6, Sets.Provinces34.All.Select(p => p.Region).Distinct().Count());
        Assert.Equal(["Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng", "Huế", "TP Hồ Chí Minh"], Sets.Provinces34.All.Where(p => p.Kind == "thành phố").Select(p => p.Name));
    }

    [Theory]
    [InlineData("Thanh Hoá", "38")]
    [InlineData("Khánh Hoà", "56")]
    [InlineData("Thành phố Hồ Chí Minh", "79")]
    [InlineData("TPHCM", "79")]
    [InlineData("TP Huế", "46")]
    [InlineData("Đắc Lắc", "66")]
    [InlineData("Lào Cai", "15")]
    [InlineData("Bình Dương", null)]
    public void Name_of_the_thirty_four_is_recognised(string name, string? code) => Assert.Equal(code, new NameMatcher(Sets.Provinces34).Find(name)?.Code);

    [Fact]
    public void Central_agencies_of_2024_are_eighteen_ministries_four_of_their_rank_and_two_more() =>
        Assert.Equal(
            [("Bộ", 18), ("Cơ quan ngang bộ", 4), ("Cơ quan thuộc Chính phủ", 1), ("Doanh nghiệp nhà nước", 1)],
            Sets.Central.All.CountBy(p => p.Kind).Select(k => (k.Key, k.Value)).OrderBy(k => k.Key, StringComparer.Ordinal));

    [Theory]
    [InlineData("Bộ Văn hóa, Thể thao và Du lịch", "bvhttdl")]
    [InlineData("Bộ Văn hoá Thể thao và Du lịch", "bvhttdl")]
    [InlineData("BHXH Việt Nam", "bhxh")]
    [InlineData("Tập đoàn Điện lực Việt Nam", "evn")]
    [InlineData("Bộ GD&ĐT", "bgddt")]
    [InlineData("Uỷ ban Dân tộc", "ubdt")]
    public void Name_of_a_central_agency_is_recognised(string name, string code) => Assert.Equal(code, new NameMatcher(Sets.Central).Find(name)?.Code);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}

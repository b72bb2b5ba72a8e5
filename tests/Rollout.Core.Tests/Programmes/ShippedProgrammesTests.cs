using System.Text.RegularExpressions;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Collecting;
using Rollout.Core.Lists;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Programmes;

/// <summary>The other four documents as programmes that are only data: each says what its document says, name for name, and nothing more.</summary>
public sealed partial class ShippedProgrammesTests
{
    private static readonly DateTimeOffset Later = Times.At("2026-01-01 00:00");

    public static TheoryData<string> Keys => [.. Shipped.Keys];

    [Fact]
    public void First_programme_is_the_one_that_asks_to_be_and_the_others_follow_by_file() =>
        Assert.Equal(
            ["lien-thong", "bao-cao-2022", "dong-bo-2025", "kho-du-lieu-2024", "so-hoa-2024"],
            CatalogAssembly.Of([.. Shipped.Keys.Select(k => ($"{k}.yaml", Shipped.Programme(k)))], Shipped.Sets).Catalog!.All.Select(i => i.Programme.Key));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Programme_loads_without_a_mistake_and_is_in_both_languages(string key)
    {
        Assert.Empty(Shipped.Read(key).Mistakes);
        var programme = Shipped.Programme(key);
        Assert.Equal(key, programme.Key);
        Assert.All(programme.Steps, s => Assert.NotEqual(s.Title.In("vi"), s.Title.In("en")));
        Assert.All(programme.ListDefinitions, l => Assert.NotEqual(l.Title.In("vi"), l.Title.In("en")));
        Assert.Equal(Enumerable.Range(1, programme.ListDefinitions.Length), programme.ListDefinitions.Select(l => l.Number));
        Assert.Equal(programme.ListDefinitions.Length, programme.ListDefinitions.Select(l => l.Title.Default).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Baselines_import_whole_and_twice_change_nothing(string key)
    {
        var scribe = Shipped.WithBaselines(key);
        var entries = scribe.Entries.Count;
        foreach (var source in scribe.Board.Programme.Baselines)
            Assert.All(scribe.RecordAll(Shipped.Commands(scribe.Board.Programme, source), Times.Now), d => Assert.IsType<Decision.Accepted>(d));
        Assert.Equal(entries, scribe.Entries.Count);
    }

    /// <summary>Officials' names and numbers belong to the contacts table; the sources' own are left out.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void File_names_no_official_and_no_telephone(string key) => Assert.DoesNotMatch(PhoneNumberOrOfficial(), Shipped.Text(key));

    [Theory]
    [InlineData("bao-cao-2022", "2022-05-24")]
    [InlineData("so-hoa-2024", "2024-12-31")]
    public void Before_a_day_is_by_the_day_before(string key, string lastDay)
    {
        var programme = Shipped.Programme(key);
        var deadline = programme.DeadlineOf(programme.Phases[0].Key, programme.Steps[0])!;
        Assert.True(deadline.Exclusive);
        Assert.Equal(lastDay, $"{deadline.LastDay(VietNam.Days):yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("bao-cao-2022")]
    [InlineData("so-hoa-2024")]
    public void Letter_of_two_dates_is_kept_with_both_and_each_names_the_other(string key)
    {
        var letters = Shipped.Programme(key).Documents.Where(d => d.Number.StartsWith("1117/", StringComparison.Ordinal)).ToList();
        Assert.Equal(["2022-03-14", "2022-04-12"], letters.Select(d => d.Date).Order());
        Assert.All(letters, d => Assert.Contains("14/3/2022", d.Title.Default, StringComparison.Ordinal));
        Assert.All(letters, d => Assert.Contains("12/4/2022", d.Title.Default, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dong-bo-2025", "htqtct", "Cục HTQTCT", "Cục HCTP")]
    [InlineData("dong-bo-2025", "so-khcn", "Sở TTTT", "Sở KH&CN")]
    [InlineData("bao-cao-2022", "htqtct", "Cục HTQTCT", "Cục HCTP")]
    [InlineData("bao-cao-2022", "so-khcn", "Sở TTTT", "Sở KH&CN")]
    [InlineData("so-hoa-2024", "htqtct", "Cục HTQTCT", "Cục HCTP")]
    public void Agency_bears_the_name_of_the_day(string key, string agency, string before, string after)
    {
        var organisation = Shipped.Programme(key).FindOrganisation(agency)!;
        Assert.Equal((before, after), (organisation.NameOn(new(2025, 2, 28)).Short.Default, organisation.NameOn(new(2025, 3, 1)).Short.Default));
    }

    /// <summary>Accounts and contacts hold for an agency by its key: the same agency bears the same key and name in every programme.</summary>
    [Fact]
    public void Agency_is_the_same_in_every_programme_that_names_it()
    {
        DateOnly[] days = [new(2022, 5, 1), new(2025, 11, 1)];
        var named = Shipped.Keys.SelectMany(k => Shipped.Programme(k).Organisations)
            .SelectMany(o => days.Select(d => (o.Key, Day: d, Name: o.NameOn(d).Short.Default))).Distinct().ToList();
        Assert.Empty(named.GroupBy(n => (n.Key, n.Day)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(named.GroupBy(n => (n.Name, n.Day)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Nineteen_provinces_had_reported_and_none_had_answered_on_the_forms()
    {
        var lists = Read(Shipped.WithBaselines("dong-bo-2025"));
        Assert.Equal(
            [
                "Bắc Ninh", "Cần Thơ", "Cao Bằng", "Đà Nẵng", "Điện Biên", "Đồng Tháp", "Hà Tĩnh", "Huế", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Nghệ An",
                "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Sơn La", "Thanh Hóa", "TP Hồ Chí Minh", "Vĩnh Long",
            ],
            Names(lists, 1));
        Assert.Equal([19, 15, 0, 34, 0, 0, 6, 28], lists.Lists.Select(l => l.Count));
        Assert.Equal(["An Giang", "Cà Mau", "Lạng Sơn", "Lào Cai", "Ninh Bình", "Phú Thọ"], Names(lists, 7));
        Assert.Equal(34, lists.Lists[0].Participants.Concat(lists.Lists[1].Participants).Distinct().Count());
        Assert.Equal([5, 6], lists.Lists.Where(l => l.NothingKnown).Select(l => l.Definition.Number));
        Assert.Equal(0, BoardSummary.Of(lists.Board, "khac-phuc", Later).Unknown);
        // Of whom the letter names none it says nothing: whether the faults are mended is unknown of all of them.
        Assert.Equal(34, lists.Unknown.Length);
        Assert.Empty(lists.Unlisted);
    }

    [Fact]
    public void Published_figures_stand_beside_what_is_counted_and_what_no_source_names_is_counted_by_nobody()
    {
        var letter = PublishedComparison.All(Shipped.WithBaselines("dong-bo-2025").Board, "khac-phuc", Later);
        Assert.Equal([(19m, 19m, false), (0m, 0m, false)], letter.Select(c => (c.Figure.Value, c.Counted!.Value, c.Differs)));
        // 43 of 63 were connected, and the letter names none of them: the count beside it is unknown, not nought.
        var asked = Shipped.WithBaselines("bao-cao-2022").Board;
        var request = PublishedComparison.Of(asked, asked.Programme.PublishedFigures.Single(f => f.Value == 43), "electronic", Later);
        Assert.Equal((63m, false), (request.Figure.OutOf, request.Differs));
        Assert.Null(request.Counted);
    }

    [Fact]
    public void Reports_hold_since_the_day_the_letter_names_and_what_is_left_open_is_marked()
    {
        var board = Shipped.WithBaselines("dong-bo-2025").Board;
        var (reported, silent) = (board.Find("92")!["khac-phuc", "2.1"], board.Find("96")!["khac-phuc", "2.1"]);
        Assert.Equal((StepStatus.Reported, false, Times.At("2025-10-30 00:00")), (reported.Status, reported.Assumed, reported.Since!.Value));
        Assert.Equal((StepStatus.NotStarted, true, 1), (silent.Status, silent.Assumed, silent.Version));
        Assert.Equal(DatePrecision.Month, board.Find("96")!["khac-phuc", "2.2"].Precision);
        Assert.False(board.Find("96")!.Knows("khac-phuc", "1.1", Later));
    }

    [Fact]
    public void Forty_three_without_names_are_nobodys_and_nobody_is_overdue_by_them()
    {
        var scribe = Shipped.WithBaselines("bao-cao-2022");
        Assert.Empty(scribe.Entries);
        var lists = Read(scribe);
        Assert.All(lists.Lists, l => Assert.Equal((0, true), (l.Count, l.NothingKnown)));
        Assert.Equal(63, lists.Unknown.Length);
        Assert.Empty(Deadlines(scribe.Board));
    }

    [Fact]
    public void Connected_without_data_is_a_row_of_its_own()
    {
        var scribe = Shipped.Empty("bao-cao-2022");
        scribe.Covers("electronic", Times.Yesterday);
        scribe.Has("92", "2.2", StepStatus.Done, Times.Yesterday, "electronic");
        scribe.Has("94", "2.2", StepStatus.Done, Times.Yesterday, "electronic");
        scribe.Has("94", "2.3", StepStatus.Done, Times.Yesterday, "electronic");
        var lists = Read(scribe);
        Assert.Equal(["Sóc Trăng"], Names(lists, 5));
        Assert.Equal(["Cần Thơ"], Names(lists, 6));
        Assert.Equal(61, lists.Lists[6].Count);
        Assert.Empty(lists.Unlisted);
    }

    [Fact]
    public void Paper_of_a_report_follows_its_own_electronic_copy_and_no_others()
    {
        var programme = Shipped.Programme("bao-cao-2022");
        var scribe = Shipped.Empty("bao-cao-2022");
        scribe.Has("92", "1", StepStatus.Done, Times.Yesterday, "electronic");
        var row = scribe.Board.Find("92")!;
        Assert.Empty(Gate.Missing(programme, row, "paper", programme.FindStep("1")!));
        Assert.Equal(["3"], Gate.Missing(programme, row, "paper", programme.FindStep("3")!));
        // The step on data is asked of nobody who is not connected.
        Assert.Equal(["2.1", "2.2"], Gate.Missing(programme, row, "paper", programme.FindStep("2.1")!));
    }

    [Fact]
    public void Four_provinces_work_by_the_other_procedure_and_three_of_them_have_entered_their_data()
    {
        var scribe = Shipped.WithBaselines("so-hoa-2024");
        foreach (var phase in scribe.Board.Programme.Phases)
        {
            var lists = StatusLists.Of(scribe.Board, phase.Key, Later);
            Assert.Equal(["Bình Dương", "Bình Phước", "Thái Nguyên", "Yên Bái"], Names(lists, 7));
            Assert.Equal(["Yên Bái"], Names(lists, 8));
            Assert.Equal(["Bình Dương", "Bình Phước", "Thái Nguyên"], Names(lists, 9));
            Assert.Equal([0, 0, 0, 0, 0, 0, 4, 1, 3, 0, 0], lists.Lists.Select(l => l.Count));
            Assert.Equal(59, lists.Unknown.Length);
            Assert.Empty(lists.Unlisted);
        }
    }

    [Fact]
    public void Each_way_of_digitising_counts_whom_the_report_gives_it_and_the_second_is_open_to_who_joins()
    {
        var scribe = Shipped.WithBaselines("so-hoa-2024");
        Assert.Equal((59 * 4) + (4 * 3), BoardSummary.Of(scribe.Board, "gd1", Later).Steps);

        var before = scribe.Board.Find("92")!;
        var programme = scribe.Board.Programme;
        Assert.False(before.Applies("gd1", programme.FindStep("2.2")!));
        scribe.Has("92", "2.1", StepStatus.InProgress, Times.Yesterday, "gd1");
        Assert.Equal((59 * 4) + (5 * 3), BoardSummary.Of(scribe.Board, "gd1", Later).Steps);
        Assert.Equal((59 * 4) + (4 * 3), BoardSummary.Of(scribe.Board, "gd2", Later).Steps);
    }

    [Fact]
    public void Two_central_bodies_are_named_unconnected_and_duties_are_tracked_for_the_connected_alone()
    {
        var scribe = Shipped.WithBaselines("kho-du-lieu-2024");
        var lists = Read(scribe);
        Assert.Equal(["Bảo hiểm xã hội Việt Nam", "Tập đoàn Điện lực Việt Nam"], Names(lists, 2));
        Assert.Equal([0, 2, 0, 0, 0, 0], lists.Lists.Select(l => l.Count));
        Assert.Equal([3, 4, 5, 6], lists.Lists.Where(l => l.NothingKnown).Select(l => l.Definition.Number));
        Assert.Equal(85, BoardSummary.Of(lists.Board, "trien-khai", Later).Unknown);
        Assert.Equal((87, 87), (scribe.Board.Rows.Count, BoardSummary.Of(scribe.Board, "trien-khai", Later).Steps));

        scribe.Has("evn", "1", StepStatus.Done, Times.At("2024-06-01 08:00"), "trien-khai");
        Assert.Equal((90, 1), (BoardSummary.Of(scribe.Board, "trien-khai", Later).Steps, BoardSummary.Of(scribe.Board, "trien-khai", Later).StepsDone));
    }

    [Fact]
    public void Nineteen_reports_are_here_fifteen_are_not_and_no_deadline_makes_anybody_late()
    {
        var collection = Collected(Shipped.WithBaselines("dong-bo-2025"));
        var copy = Assert.Single(collection.Copies);
        Assert.Equal((19, 15, 0), (copy.Arrived, copy.Count(ReceiptState.Missing), copy.Count(ReceiptState.Overdue)));
        Assert.Null(copy.Deadline);
        Assert.All(copy.Receipts.Where(r => r.IsHere), r => Assert.Equal((new DateOnly(2025, 10, 30), true), (r.On!.Value, r.Published)));
        Assert.Equal(44.47m, copy.Receipts.Single(r => r.Participant.Name == "Cà Mau").Figures.Single().Value);
        Assert.Null(copy.Receipts.Single(r => r.Participant.Name == "Hà Nội").Figures.Single().Value);
        Assert.Equal("7139/BTP-HCTP", collection.Request!.Number);
    }

    [Fact]
    public void Three_reports_in_two_copies_are_due_before_the_twenty_fifth_and_nobody_is_charged_with_what_no_list_names()
    {
        var collection = Collected(Shipped.WithBaselines("bao-cao-2022"));
        Assert.Equal(
            ["i electronic", "i paper", "ii electronic", "ii paper", "iii electronic", "iii paper"], collection.Copies.Select(c => $"{c.Report.Key} {c.Phase.Key}"));
        Assert.All(collection.Copies, c => Assert.Equal((new DateOnly(2022, 5, 24), 63), (c.LastDay, c.Count(ReceiptState.Unknown))));
    }

    [Theory]
    [InlineData("bao-cao-2022", 63)]
    [InlineData("dong-bo-2025", 15)]
    public void Letter_asks_those_whose_reports_are_not_here(string key, int asked)
    {
        var collection = Collected(Shipped.WithBaselines(key));
        var form = collection.Form.Letter!;
        var letter = CollectionReminder.Of(form, new(collection, collection.Programme.Phases[0], collection.Form.Reports, new(2026, 2, 1), form.Signatures[0]), "vi");
        Assert.DoesNotMatch(@"\{\w+\}", string.Join('\n', letter.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text)));
        Assert.Equal(asked, letter.Records.Sum(r => r.Rows.Select(row => row[0].Text).Distinct().Count()));
    }

    [Fact]
    public void Every_province_digitises_towards_the_books_it_keeps_and_says_so_itself()
    {
        var programme = Shipped.Programme("so-hoa-2024");
        Assert.Equal("so-luu-tru", programme.FindMeasure("so-da-so-hoa")!.TargetFrom);
        Assert.All(
            FigurePace.Of(Shipped.WithBaselines("so-hoa-2024").Board, programme.FindMeasure("so-da-so-hoa")!, new(2024, 12, 31)), p => Assert.Equal(PaceState.NoTarget, p.State));
    }

    private static ReportCollection Collected(Scribe scribe) => ReportCollection.Of(scribe.Board, Later, VietNam.Days, scribe.Entries)!;

    private static StatusLists Read(Scribe scribe) => StatusLists.Of(scribe.Board, scribe.Board.Programme.Phases[0].Key, Later);

    private static IEnumerable<string> Names(StatusLists lists, int number) => lists.Lists[number - 1].Participants.Select(p => p.Name);

    private static IEnumerable<string> Deadlines(Board board) =>
        Core.Deadlines.DueReading.Of(board, HanoiTime.StartOf(new(2022, 6, 1)), VietNam.Days).Items.Select(i => $"{i.Participant.Name} {i.Step.Key}");

    [GeneratedRegex(@"\b0\d{8,10}\b|@|Nguyễn|Trần |đ/c", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PhoneNumberOrOfficial();
}

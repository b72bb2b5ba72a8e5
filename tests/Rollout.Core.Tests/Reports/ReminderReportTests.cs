using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Properties;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Reports;

/// <summary>The letter that reminds: what it says, and whom it never charges.</summary>
public sealed class ReminderReportTests
{
    private static readonly LetterForm Form = LienThong.Programme.Letter!;
    private static readonly DateOnly Deadline = new(2024, 8, 31);

    [Fact]
    public void Head_foot_and_appendix_have_the_form_of_a_letter_and_name_nobody()
    {
        var letter = Letter(LienThong.WithBaselines().Board);
        var sides = letter.Blocks.OfType<ReportBlock.Sides>().ToList();
        Assert.Equal(["VĂN PHÒNG CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], sides[0].Columns.Select(c => c.Paragraphs[0].Text));
        Assert.Equal("- Lưu: VT, KSTT.", sides[1].Columns[0].Paragraphs[^1].Text);
        Assert.StartsWith("BỘ TRƯỞNG, CHỦ NHIỆM", sides[1].Columns[1].Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.IsType<ReportBlock.NewPart>(letter.Blocks[letter.Blocks.IndexOf(sides[1]) + 1]);
        Assert.DoesNotContain(letter.Blocks.OfType<ReportBlock.Paragraph>(), p => p.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Letter_counts_the_country_and_asks_before_the_deadline()
    {
        var text = Text(Letter(LienThong.WithBaselines().Board));
        Assert.Contains("Tính đến ngày 01/08/2024", text, StringComparison.Ordinal);
        Assert.Contains("có 12/63 địa phương đã hoàn thành kết nối; còn 51/63", text, StringComparison.Ordinal);
        Assert.Contains("1. Đối với địa phương chưa hoàn thành kết nối:", text, StringComparison.Ordinal);
        Assert.Contains("2. Đối với địa phương đã hoàn thành kết nối:", text, StringComparison.Ordinal);
        Assert.Contains("62 địa phương (danh sách và các bước còn phải thực hiện tại mục I Phụ lục kèm theo)", text, StringComparison.Ordinal);
        Assert.Contains("trước ngày 31/08/2024", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Signature_is_the_one_chosen() =>
        Assert.Contains("TL. BỘ TRƯỞNG, CHỦ NHIỆM\nCỤC TRƯỞNG", Sides(ReminderReport.Of(Form, Wish(LienThong.WithBaselines().Board) with { Signature = Form.FindSignature("director")! }, "vi")), StringComparison.Ordinal);

    [Fact]
    public void Step_that_waits_on_an_agency_is_asked_of_the_agency_and_not_of_the_province()
    {
        var scribe = LienThong.WithBaselines();
        foreach (var step in (string[])["1.1", "1.2", "1.3", "1.4"]) scribe.Has("94", step, StepStatus.Done, Times.Now);
        foreach (var step in (string[])["2.1", "2.2"]) scribe.Has("94", step, StepStatus.Done, Times.Now);
        scribe.Has("94", "2.3", StepStatus.Reported, Times.Now, basis: Basis.Report);
        scribe.Happened("80", "2.3", new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Blocked, Basis.Report) { Blocker = new("ndxp", "waiting", StepStatus.NotStarted) }, Times.Now);
        var letter = Letter(scribe.Board);
        var (owed, awaited) = (Table(letter, Form.NotCompleted), Table(letter, Form.Awaited));
        Assert.DoesNotContain(owed.Rows, r => r[1].Text == "Sóc Trăng");
        Assert.DoesNotContain("2.3", Assert.Single(owed.Rows, r => r[1].Text == "Long An")[3].Text, StringComparison.Ordinal);
        Assert.Equal(["Long An", "Sóc Trăng", "Sóc Trăng"], awaited.Rows.Select(r => r[2].Text).Order(StringComparer.Ordinal));
        Assert.Contains("Bộ Tư pháp", letter.Blocks.OfType<ReportBlock.Paragraph>().Single(p => p.Style == ReportStyle.Addressee).Text, StringComparison.Ordinal);
        Assert.Contains("không tính vào trách nhiệm của địa phương", Text(letter), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_of_whom_nothing_is_known_are_asked_to_report_and_are_not_said_to_be_late()
    {
        var letter = Letter(LienThong.Empty);
        Assert.Contains("Đối với địa phương chưa có số liệu", Text(letter), StringComparison.Ordinal);
        Assert.DoesNotContain("Đối với địa phương chưa hoàn thành kết nối", Text(letter), StringComparison.Ordinal);
        Assert.Equal(63, letter.Records[3].Rows.Length);
    }

    [Fact]
    public void Nobody_whose_every_open_step_waits_on_an_agency_is_charged() =>
        Moves.Check(200, story =>
        {
            foreach (var phase in LienThong.Programme.Phases)
            {
                var wish = Wish(story.Board, phase.Key) with { AsOf = story.End };
                var letter = ReminderReport.Of(Form, wish, "vi");
                var charged = letter.Records[0].Rows.Select(r => r[0].Text).ToHashSet(StringComparer.Ordinal);
                var table = letter.Blocks.OfType<ReportBlock.Table>().FirstOrDefault(t => t.Name == Form.NotCompleted.List.Default);
                var printed = table?.Rows.Select(r => r[1].Text).ToHashSet(StringComparer.Ordinal) ?? [];
                foreach (var row in story.Board.Rows)
                {
                    var open = wish.Systems.Where(s => Connection.Of(LienThong.Programme, row, s.Key, phase.Key, story.End) is ConnectionStatus.InProgress or ConnectionStatus.NotStarted)
                        .SelectMany(s => LienThong.Programme.Steps.Where(x => LienThong.Programme.PartOf(x).System == s.Key))
                        .Select(s => Attention.WaitsOn(s, row[phase.Key, s.Key])).Where(w => !w.IsEmpty).ToList();
                    var owes = open.Exists(w => w.Contains(StepDefinition.Participant));
                    Assert.Equal(owes, charged.Contains(row.Participant.Code));
                    Assert.Equal(owes, printed.Contains(row.Participant.Name));
                }
            }
        });

    private static ReminderWish Wish(Board board, string phase = "test") =>
        new(board, LienThong.Programme.FindPhase(phase)!, Times.Now, LienThong.Programme.Systems, [.. board.Rows], Deadline, Form.Signatures[0]);

    private static ReportDocument Letter(Board board) => ReminderReport.Of(Form, Wish(board), "vi");

    private static ReportBlock.Table Table(ReportDocument letter, LetterSection section) => letter.Blocks.OfType<ReportBlock.Table>().Single(t => t.Name == section.List.Default);

    private static string Text(ReportDocument letter) => string.Join('\n', letter.Blocks.OfType<ReportBlock.Paragraph>().Select(p => p.Text));

    private static string Sides(ReportDocument letter) => string.Join('\n', letter.Blocks.OfType<ReportBlock.Sides>().SelectMany(s => s.Columns).SelectMany(c => c.Paragraphs).Select(p => p.Text));
}

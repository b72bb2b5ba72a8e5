using System.Reflection;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class BoardJsonTests
{
    private static readonly DateTimeOffset Day = Installation.Beginning;

    private static readonly StepState Full = new()
    {
        Status = StepStatus.Blocked,
        Basis = Basis.Correction,
        Since = Day.AddMilliseconds(1),
        Version = 7,
        Comments = 3,
        CommentSeq = 12,
        UpheldAt = Day.AddHours(5),
        Assumed = true,
        Precision = DatePrecision.Month,
        Blocker = new("c06", "waiting", StepStatus.Reported),
        OutOfOrder = true,
        Document = new("63/2024/NĐ-CP", "Chính phủ", "tháng 7/2024"),
        ReportedBy = new(ActorKind.Participant, "tỉnh Đắk Lắk", "vpcp", new("provinces-63", "66"), "Sở Tư pháp"),
        Confirmed = ["btp", "ndxp"],
        Verification = VerificationState.NotObservable,
        VerifiedSince = Day.AddMilliseconds(2),
        FaultMark = new("participantGateway", "xroad.ServiceDisabled"),
        LastAt = Day.AddMilliseconds(3),
        LastSeq = 9_000_000_000,
    };

    /// <summary>Fails when a cell gets a field that this test, and so perhaps the checkpoint, does not know.</summary>
    [Fact]
    public void Cell_of_the_test_leaves_no_field_as_it_is_at_first() => Assert.All(
        typeof(StepState).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite),
        p => Assert.NotEqual(p.GetValue(StepState.Initial), p.GetValue(Full)));

    [Fact]
    public void Every_field_of_a_cell_comes_back()
    {
        var back = RoundTrip(With(Full))[new("provinces-63", "01")].Cells[3];

        Assert.Equal(Full with { Confirmed = [] }, back with { Confirmed = [] });
        Assert.Equal(Full.Confirmed, back.Confirmed);
        Assert.Equal([Day.Offset, Day.Offset, Day.Offset], [back.Since!.Value.Offset, back.VerifiedSince!.Value.Offset, back.LastAt!.Value.Offset]);
    }

    [Fact]
    public void Every_field_of_a_cell_comes_back_empty()
    {
        var bare = new StepState { LastSeq = 1 };

        var back = RoundTrip(With(bare))[new("provinces-63", "01")].Cells[3];

        Assert.Equal(bare with { Confirmed = [] }, back with { Confirmed = [] });
        Assert.Empty(back.Confirmed);
    }

    [Fact]
    public void Every_value_of_every_enumeration_comes_back()
    {
        foreach (var status in Enum.GetValues<StepStatus>()) Same(Full with { Status = status, Blocker = new("participant", "", status) });
        foreach (var basis in Enum.GetValues<Basis>()) Same(Full with { Basis = basis });
        foreach (var precision in Enum.GetValues<DatePrecision>()) Same(Full with { Precision = precision });
        foreach (var verification in Enum.GetValues<VerificationState>()) Same(Full with { Verification = verification });
        foreach (var kind in Enum.GetValues<ActorKind>()) Same(Full with { ReportedBy = new(kind, "") });

        static void Same(StepState cell) => Assert.Equal(BoardText.Of(cell), BoardText.Of(RoundTrip(With(cell))[new("provinces-63", "01")].Cells[3]));
    }

    [Fact]
    public void Sources_services_and_the_last_entry_come_back()
    {
        var empty = Board.Empty(DataFiles.LienThong, DataFiles.Provinces);
        var states = Enum.GetValues<ServiceState>();
        var board = Board.From(
            DataFiles.LienThong, DataFiles.Provinces,
            empty.Rows.Select((row, i) => new ParticipantProgress(
                DataFiles.LienThong, row.Participant, row.Cells, [i % 2 == 0 ? Day.AddDays(-i) : null, i % 3 == 0 ? Day.AddDays(i) : null],
                i % 4 == 3 ? null : new(states[i % states.Length], Day.AddHours(i), i + 1),
                i % 4 == 3 ? null : new(Enum.GetValues<ProbingConsent>()[i % 3], Day.AddMinutes(i), i + 1), i % 2 == 0 ? null : Figures(i))),
            4711);

        Assert.Equal(BoardText.Of(board), BoardText.Of(RoundTrip(board)));
    }

    [Fact]
    public void Board_of_other_participants_or_in_another_order_is_not_read()
    {
        var fewer = new Core.Participants.ParticipantSet("provinces-63", DataFiles.Provinces.All.Skip(1));
        var more = new Core.Participants.ParticipantSet("provinces-63", [.. DataFiles.Provinces.All, DataFiles.Provinces.All[0] with { Id = new("provinces-63", "00") }]);
        var renamed = new Core.Participants.ParticipantSet("provinces-63", DataFiles.Provinces.All.Select(p => p.Code == "89" ? p with { Name = "Z" } : p));

        foreach (var participants in (Core.Participants.ParticipantSet[])[fewer, more, renamed])
            Assert.Null(Read(Written(With(Full)), new(DataFiles.LienThong, participants)));
    }

    [Fact]
    public void Board_of_another_programme_is_not_read() => Assert.Null(Read(Written(With(Full)), DataFiles.Two.All[1]));

    /// <summary>Checkpoints from before there were figures stay readable, and are still written so where there are none.</summary>
    [Fact]
    public void Board_without_figures_is_written_as_before()
    {
        Assert.DoesNotContain("figures", System.Text.Encoding.UTF8.GetString(Written(With(Full))), StringComparison.Ordinal);
        Assert.All(RoundTrip(With(Full)).Rows, r => Assert.Same(FigureBook.Empty, r.Measured));
    }

    [Fact]
    public void Figures_come_back_to_the_last_decimal()
    {
        var book = FigureBook.Empty;
        foreach (var (i, value) in ((decimal?[])[0, 44.47m, 0.000001m, 999_999_999_999_999.999999m, null]).Index())
            book = book.With("share", new(new(2024, 1, 1), new(2024, 1, 1 + i)), new(value, Day.AddHours(i), Basis.Report, Full.ReportedBy!, i + 1, i + 1));
        var empty = Board.Empty(DataFiles.LienThong, DataFiles.Provinces);

        var back = RoundTrip(Board.From(
            DataFiles.LienThong, DataFiles.Provinces, empty.Rows.Select(r => new ParticipantProgress(DataFiles.LienThong, r.Participant, r.Cells, r.Sources, null, null, book)), 9));

        Assert.All(back.Rows, r => Assert.Equal(book.All, r.Measured.All));
    }

    private static FigureBook Figures(int i)
    {
        var document = i % 3 == 0 ? null : new DocumentReference("7139/BTP-HCTP", "Bộ Tư pháp", "2025-10");
        return FigureBook.Empty
            .With("share", new(new(2025, 7, 1), new(2025, 10, 28)), new(i / 100m, Day.AddMinutes(i), (Basis)(i % 5), Full.ReportedBy!, i, i + 1) { Document = document, Precision = (DatePrecision)(i % 3) })
            .With("books", new(new(2025, 7, 1), new(2025, 7, 31)), new(null, Day.AddMinutes(i), Basis.Correction, new(ActorKind.Monitor, "vpcp", "vpcp"), 2, i + 2));
    }

    private static Board With(StepState cell)
    {
        var empty = Board.Empty(DataFiles.LienThong, DataFiles.Provinces);
        return Board.From(
            DataFiles.LienThong, DataFiles.Provinces,
            empty.Rows.Select(row => row.Participant.Code != "01" ? row : new(DataFiles.LienThong, row.Participant, row.Cells.SetItem(3, cell), row.Sources, null, null)),
            cell.LastSeq);
    }

    private static Board RoundTrip(Board board) => Read(Written(board), DataFiles.One.All[0])!;

    private static byte[] Written(Board board)
    {
        using var stream = new MemoryStream();
        BoardJson.Write(stream, board);
        return stream.ToArray();
    }

    private static Board? Read(byte[] written, ProgrammeCatalog.Item item)
    {
        using var stream = new MemoryStream(written);
        return BoardJson.Read(stream, item);
    }
}

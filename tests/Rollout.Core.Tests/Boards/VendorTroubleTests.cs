using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Boards;

/// <summary>One vendor's fault shows as one line.</summary>
public sealed class VendorTroubleTests
{
    private static readonly DateTimeOffset At = Times.Yesterday;

    [Fact]
    public void Participants_of_one_vendor_stuck_at_one_step_are_one_line_the_most_first()
    {
        var board = Board(
            ("01", "1.3", VerificationState.Failing, NotStarted), ("92", "1.3", VerificationState.Failing, NotStarted), ("94", "1.3", null, Blocked),
            ("01", "2.2", VerificationState.Failing, NotStarted), ("79", "2.2", VerificationState.Failing, NotStarted));
        var vendors = Vendors(("01", "Nền tảng A"), ("92", "NỀN TẢNG A "), ("94", "Nền tảng A"), ("79", "Nền tảng A"), ("80", "Nền tảng B"));
        Assert.Equal(
            ["Nền tảng A 1.3: Cần Thơ, Hà Nội, Sóc Trăng", "Nền tảng A 2.2: Hà Nội, TP Hồ Chí Minh"],
            VendorTrouble.Of(board, "test", vendors).Select(t => $"{t.Vendor} {t.Step.Key}: {string.Join(", ", t.Participants.Select(p => p.Name))}"));
    }

    [Fact]
    public void One_alone_other_vendors_other_phases_and_those_without_a_vendor_are_no_line()
    {
        var board = Board(("01", "1.3", VerificationState.Failing, NotStarted), ("92", "1.3", VerificationState.Failing, NotStarted), ("94", "1.3", VerificationState.Passing, InProgress));
        Assert.Empty(VendorTrouble.Of(board, "test", Vendors(("01", "Nền tảng A"), ("94", "Nền tảng A"))));
        Assert.Empty(VendorTrouble.Of(board, "test", Vendors(("01", "Nền tảng A"), ("92", "Nền tảng B"))));
        Assert.Empty(VendorTrouble.Of(board, "production", Vendors(("01", "Nền tảng A"), ("92", "Nền tảng A"))));
        Assert.Empty(VendorTrouble.Of(board, "test", Vendors()));
    }

    private static Dictionary<ParticipantId, string> Vendors(params (string Code, string Vendor)[] all) => all.ToDictionary(v => new ParticipantId("provinces-63", v.Code), v => v.Vendor);

    private static Board Board(params (string Code, string Step, VerificationState? Seen, StepStatus Status)[] cells)
    {
        var rows = LienThong.Empty.Rows.ToList();
        foreach (var (i, (code, step, seen, status)) in cells.Index())
        {
            var at = rows.FindIndex(r => r.Participant.Code == code);
            var cell = rows[at]["test", step];
            if (status != cell.Status)
                rows[at] = rows[at].Evolve(
                    new StepEvent.StatusChanged(cell.Status, status, Basis.Report) { Blocker = status == Blocked ? new("participant", "software", cell.Status) : null },
                    "test", step, People.SocTrang, At, (2 * i) + 1);
            if (seen is { } verification) rows[at] = rows[at].Evolve(new StepEvent.VerificationChanged(null, verification, null), "test", step, Actor.Probe("probe"), At, (2 * i) + 2);
        }
        return Core.Boards.Board.From(LienThong.Programme, LienThong.Provinces, rows, 2 * cells.Length);
    }
}

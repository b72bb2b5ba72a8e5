using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Boards;

/// <summary>The fold: what an entry changes and what it leaves.</summary>
public sealed class BoardTests
{
    private static readonly DateTimeOffset Day1 = Times.At("2024-08-01 10:00");
    private static readonly DateTimeOffset Day2 = Times.At("2024-08-02 10:00");
    private static readonly DateTimeOffset Day3 = Times.At("2024-08-03 10:00");

    [Fact]
    public void Entry_changes_one_row_and_shares_the_others()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        var before = scribe.Board;
        scribe.Has("94", "1.1", Done, Day1);
        var changed = scribe.Board.Rows.Zip(before.Rows).Where(p => !ReferenceEquals(p.First, p.Second)).Select(p => p.First.Participant.Code);
        Assert.Equal(["94"], changed);
        Assert.Equal((0L, 1L), (before.Seq, scribe.Board.Seq));
        Assert.False(before.Find("94")!["test", "1.1"].HasEntries);
    }

    [Fact]
    public void Entry_of_another_programme_or_another_set_changes_nothing()
    {
        var scribe = Lights.Ledger();
        scribe.Has("A", "1.1", Done, Day1, "rehearsal");
        var board = LienThong.Empty;
        Assert.Same(board, board.Apply(scribe.Entries[0]));
        Assert.Same(board, board.Apply(Of(new("provinces-34", "92"))));
    }

    [Fact]
    public void Entry_of_nobody_in_the_set_is_a_bug()
    {
        var entry = Of(new("provinces-63", "03"));
        Assert.Throws<InvalidOperationException>(() => LienThong.Empty.Apply(entry));
    }

    [Fact]
    public void Entry_seen_already_changes_nothing()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Has("94", "1.1", InProgress, Day1);
        scribe.Has("94", "1.1", Done, Day2);
        Assert.Same(scribe.Board, scribe.Board.Apply(scribe.Entries));
    }

    [Fact]
    public void Board_of_an_instant_takes_entries_by_since_when_they_hold_not_by_when_they_were_written()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Has("94", "1.1", Done, Day3);
        scribe.Happened("92", "1.1", new StepEvent.StatusChanged(NotStarted, Reported, Basis.Report), Day1, recordedAt: Day3);
        Board At(DateTimeOffset t) => LienThong.Empty.Apply(scribe.Entries.Where(e => e.At <= t));

        Assert.Equal((Reported, NotStarted), (At(Day2).Find("92")!["test", "1.1"].Status, At(Day2).Find("94")!["test", "1.1"].Status));
        Assert.Equal(NotStarted, At(Day1.AddMilliseconds(-1)).Find("92")!["test", "1.1"].Status);
        var knownOnDay2 = LienThong.Empty.Apply(scribe.Entries.Where(e => e.At <= Day2 && e.RecordedAt <= Day2));
        Assert.False(knownOnDay2.Find("92")!["test", "1.1"].HasEntries);
    }

    [Fact]
    public void Board_from_a_checkpoint_takes_a_late_entry_once()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Has("94", "1.1", InProgress, Day1);
        scribe.Has("94", "1.1", Done, Day3);
        scribe.Happened("94", "1.2", new StepEvent.StatusChanged(NotStarted, InProgress, Basis.Report), Day1, recordedAt: Day3);
        var (day, seq) = (Day2, 2L);
        var checkpoint = LienThong.Empty.Apply(scribe.Entries.Where(e => e.At <= day && e.Seq <= seq));
        var kept = Board.From(LienThong.Programme, LienThong.Provinces, checkpoint.Rows, checkpoint.Seq);
        var after = kept.Apply(scribe.Entries.Where(e => e.At <= Day3 && (e.At > day || e.Seq > seq)));
        Assert.Equal(BoardText.Of(scribe.Board), BoardText.Of(after));
    }

    [Fact]
    public void Rows_stand_in_official_order_and_are_found_by_code()
    {
        Assert.Equal(LienThong.Provinces.All, LienThong.Empty.Rows.Select(r => r.Participant));
        Assert.Equal("Sóc Trăng", LienThong.Empty[People.SocTrangId].Participant.Name);
        Assert.Null(LienThong.Empty.Find("03"));
    }

    private static LedgerEntry Of(ParticipantId participant)
    {
        var done = new StepEvent.StatusChanged(NotStarted, Done, Basis.Report);
        return HashChain.Seal(new("lien-thong", participant, "test", "1.1", done, People.C06, Day1, Day1, null), 1, HashChain.Genesis);
    }
}

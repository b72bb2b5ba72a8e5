using System.Text.Json;
using Rollout.Core.Boards;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Baselines;

/// <summary>The two published states of July 2024, imported.</summary>
public sealed class BaselineImportTests
{
    private static readonly Board Board = LienThong.WithBaselines().Board;

    [Fact]
    public void Both_files_give_appendix_1_again_name_for_name_and_in_order()
    {
        using var published = JsonDocument.Parse(LienThong.BaselineText(LienThong.Appendix));
        var lists = StatusLists.Of(Board, "test", Times.Now);
        Assert.Equal([1, 12, 28, 23, 3, 59], lists.Lists.Select(l => l.Count));
        foreach (var (row, list) in published.RootElement.EnumerateArray().Zip(lists.Lists))
        {
            Assert.Equal(row.GetProperty("title").GetString(), list.Definition.Title.Default);
            Assert.Equal(row.GetProperty("provinces").EnumerateArray().Select(p => p.GetString()), list.Participants.Select(p => p.Name));
            Assert.Equal(row.GetProperty("codes").EnumerateArray().Select(p => p.GetString()), list.Participants.Select(p => p.Code));
        }
        Assert.Empty(lists.Unlisted);
        Assert.True(lists.Known);
    }

    [Fact]
    public void Fifty_four_cells_are_done_in_test_and_ten_in_production()
    {
        Assert.Equal((54, 10), (Done(Board, "test"), Done(Board, "production")));
        Assert.Equal(10, Board.Find("92")!.In("test").ToArray().Count(c => c.Status == StepStatus.Done));
        Assert.Equal(10, Board.Find("92")!.In("production").ToArray().Count(c => c.Status == StepStatus.Done));
    }

    [Fact]
    public void In_progress_is_assumed_of_the_parts_first_step_since_the_middle_of_july()
    {
        var cell = Board.Find("01")!["test", "1.1"];
        Assert.Equal(
            (StepStatus.InProgress, true, Basis.Baseline, DatePrecision.Month),
            (cell.Status, cell.Assumed, cell.Basis!.Value, cell.Precision));
        Assert.Equal(Times.At("2024-07-15 00:00"), cell.Since);
        Assert.Equal("…/VPCP-KSTT", cell.Document!.Number);
        Assert.Equal(1, Board.Find("01")!.Cells.Count(c => c.HasEntries));
        Assert.True(Connection.IsAssumed(LienThong.Programme, Board.Find("01")!, "dvclt", "test"));
    }

    [Fact]
    public void One_service_is_open_and_sixty_two_are_interrupted()
    {
        Assert.Equal(new ServiceFact(ServiceState.Open, Times.At("2024-07-01 00:00"), Board.Find("92")!.Service!.LastSeq), Board.Find("92")!.Service);
        var others = Board.Rows.Where(r => r.Participant.Code != "92").ToList();
        Assert.Equal(62, others.Count);
        Assert.All(others, r => Assert.Equal((ServiceState.Interrupted, Times.At("2024-06-28 15:00")), (r.Service!.State, r.Service.Since)));
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        var scribe = LienThong.WithBaselines();
        var entries = scribe.Entries.Count;
        foreach (var file in (string[])[LienThong.Appendix, LienThong.GoLive, LienThong.Appendix])
            Assert.All(scribe.RecordAll(LienThong.Commands(file), Times.Now), d => Assert.IsType<Decision.Accepted>(d));
        Assert.Equal(entries, scribe.Entries.Count);
    }

    [Fact]
    public void Order_of_the_two_files_does_not_matter_to_lists_cells_and_services()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        Assert.All(scribe.RecordAll(LienThong.Commands(LienThong.Appendix), Times.Now), d => Assert.IsType<Decision.Accepted>(d));
        Assert.All(scribe.RecordAll(LienThong.Commands(LienThong.GoLive), Times.Now), d => Assert.IsType<Decision.Accepted>(d));
        Assert.Equal(
            StatusLists.Of(Board, "test", Times.Now).Lists.SelectMany(l => l.Participants),
            StatusLists.Of(scribe.Board, "test", Times.Now).Lists.SelectMany(l => l.Participants));
        foreach (var (one, other) in Board.Rows.Zip(scribe.Board.Rows))
        {
            Assert.Equal(one.Cells.Select(c => (c.Status, c.Basis, c.Assumed)), other.Cells.Select(c => (c.Status, c.Basis, c.Assumed)));
            Assert.Equal(one.Service?.State, other.Service?.State);
            Assert.Equal(one.Sources, other.Sources);
        }
    }

    [Fact]
    public void Before_the_first_source_of_a_phase_the_others_are_unknown_not_not_started()
    {
        var entries = LienThong.WithBaselines().Entries;
        var dayBefore = Times.At("2024-07-14 23:59");
        var lists = StatusLists.Of(LienThong.Empty.Apply(entries.Where(e => e.At <= dayBefore)), "test", dayBefore);
        Assert.False(lists.Known);
        Assert.Equal(62, lists.Unknown.Length);
        Assert.Equal(["Cần Thơ"], lists.Lists.SelectMany(l => l.Participants).Select(p => p.Name).Distinct());

        var noon = Times.At("2024-06-30 12:00");
        Assert.Equal(63, StatusLists.Of(LienThong.Empty.Apply(entries.Where(e => e.At <= noon)), "test", noon).Unknown.Length);
    }

    [Fact]
    public void Statement_that_covers_production_makes_the_others_not_started_there()
    {
        var lists = StatusLists.Of(Board, "production", Times.Now);
        Assert.True(lists.Known);
        Assert.Equal([1, 1, 0, 62, 0, 62], lists.Lists.Select(l => l.Count));
    }

    [Fact]
    public void Cell_with_a_later_entry_is_left_and_named_as_differing()
    {
        var scribe = new Scribe(LienThong.Programme, LienThong.Provinces);
        scribe.Has("94", "1.2", StepStatus.Reported, Times.At("2024-07-20 08:00"));
        var refused = scribe.RecordAll(LienThong.Commands(LienThong.Appendix), Times.Now).OfType<Decision.Refused>();
        Assert.Equal("import.later", Assert.Single(refused).Refusal.Message.Code);
        Assert.Equal(StepStatus.Reported, scribe.Board.Find("94")!["test", "1.2"].Status);
        Assert.Equal(StepStatus.Done, scribe.Board.Find("94")!["test", "1.3"].Status);
    }

    [Fact]
    public void Every_entry_of_the_import_names_its_file_and_holds_in_the_chain()
    {
        var entries = LienThong.WithBaselines().Entries;
        Assert.All(entries, e => Assert.Contains(e.Actor.Name, (string[])[LienThong.Appendix, LienThong.GoLive]));
        var previous = (Seq: 0L, Hash: Core.Ledger.HashChain.Genesis);
        foreach (var entry in entries)
        {
            Assert.True(Core.Ledger.HashChain.Holds(entry, previous.Seq, previous.Hash));
            previous = (entry.Seq, entry.Hash);
        }
    }

    private static int Done(Board board, string phase) => BoardSummary.Of(board, phase, Times.Now).StepsDone;
}

using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;

namespace Rollout.Core.Tests.Properties;

/// <summary>What holds whatever people, probes and imports do.</summary>
public sealed class StoryProperties
{
    [Fact]
    public void Board_folded_from_the_ledger_equals_the_board_kept_step_by_step() =>
        Moves.Check(300, story => Assert.Equal(BoardText.Of(story.Board), BoardText.Of(Story.Empty.Apply(ReadBack(story.Entries)))));

    [Fact]
    public void Board_by_checkpoint_equals_the_board_without_late_entries_included() =>
        Moves.Check(300, (story, d, s) =>
        {
            var days = (story.End - Times.At("2024-07-15 00:00")).Days + 1;
            var day = HanoiTime.EndOf(new DateOnly(2024, 7, 15).AddDays(d % days));
            var seq = story.Entries.Count * s / 999;
            var until = day.AddMinutes(d * (s + 1) % 40_000);
            var checkpoint = Story.Empty.Apply(story.Entries.Where(e => e.At <= day && e.Seq <= seq));
            var kept = Board.From(LienThong.Programme, LienThong.Few, checkpoint.Rows, checkpoint.Seq);
            var by = kept.Apply(story.Entries.Where(e => e.At <= until && (e.At > day || e.Seq > seq)));
            Assert.Equal(BoardText.Of(Story.Empty.Apply(story.Entries.Where(e => e.At <= until))), BoardText.Of(by));
        });

    [Fact]
    public void Trend_that_goes_on_equals_the_trend_folded_from_the_first_entry() =>
        Moves.Check(180, (story, piece, _) =>
        {
            var entries = story.Entries.Where(e => e.Phase == "test").ToList();
            var fold = new TrendFold(Story.Empty, "test");
            foreach (var some in entries.Chunk(1 + (piece % 40)))
            {
                IEnumerable<LedgerEntry> fresh = some;
                if (some.Min(e => HanoiTime.DayOf(e.At)) is var day && day < fold.Open)
                    fresh = fold.BackTo(day) is { } from ? entries.Where(e => e.Seq <= some[^1].Seq && e.At >= from) : entries.Where(e => e.Seq <= some[^1].Seq);
                foreach (var entry in fresh.OrderBy(e => e.At).ThenBy(e => e.Seq)) fold.Add(entry);
            }
            foreach (var until in (DateTimeOffset[])[story.End, story.End.AddDays(-9), story.End.AddDays(40)])
                Assert.Equal(
                    Trend.Of(Story.Empty, "test", entries.Where(e => HanoiTime.DayOf(e.At) <= HanoiTime.DayOf(until)), HanoiTime.EndOf(HanoiTime.DayOf(until))).Select(Said),
                    fold.Until(until).Select(Said));

            static string Said(TrendPoint p) => $"{p.Day:O} {string.Join(' ', p.Systems)} {p.StepsDone}";
        });

    [Fact]
    public void Everyone_known_stands_in_exactly_one_of_completed_in_progress_and_not_started() =>
        Moves.Check(180, story =>
        {
            var lists = StatusLists.Of(story.Board, "test", story.End);
            foreach (var row in story.Board.Rows)
            {
                var rows = lists.Lists.Where(l => l.Participants.Contains(row.Participant)).Select(l => l.Definition.Number).ToList();
                var (dvclt, hotich) = (Standing(row, "1", "test"), Standing(row, "2", "test"));
                Assert.Equal(dvclt is null ? 0 : 1, rows.Count(n => n is 2 or 3 or 4));
                if (dvclt is { } first) Assert.Contains(first == ConnectionStatus.Completed ? 2 : first == ConnectionStatus.InProgress ? 3 : 4, rows);
                Assert.Equal(hotich == ConnectionStatus.InProgress, rows.Contains(5));
                Assert.Equal(hotich == ConnectionStatus.NotStarted, rows.Contains(6));
                Assert.Equal((dvclt, hotich) is (ConnectionStatus.Completed, ConnectionStatus.Completed), rows.Contains(1));
                Assert.Equal(dvclt is null || hotich is null, lists.Unknown.Contains(row.Participant));
                var inTheHole = dvclt is not (null or ConnectionStatus.Completed) && hotich == ConnectionStatus.Completed;
                Assert.Equal(inTheHole, lists.Unlisted.Contains(row.Participant));
            }
        });

    [Fact]
    public void Counts_equal_names() =>
        Moves.Check(180, story =>
        {
            foreach (var phase in LienThong.Programme.Phases)
            {
                var lists = StatusLists.Of(story.Board, phase.Key, story.End);
                int Names(int number) => lists.Lists.Single(l => l.Definition.Number == number).Participants.Select(p => p.Name).Distinct().Count();
                var first = SystemCount.Of(story.Board, "dvclt", phase.Key, story.End);
                var second = SystemCount.Of(story.Board, "hotich", phase.Key, story.End);
                Assert.Equal((first.Completed, first.InProgress, first.NotStarted), (Names(2), Names(3), Names(4)));
                Assert.Equal((second.InProgress, second.NotStarted), (Names(5), Names(6)));
                Assert.All(lists.Lists, l => Assert.Equal(Names(l.Definition.Number), l.Count));
                Assert.All([first, second], c => Assert.Equal(LienThong.Few.Count, c.Completed + c.InProgress + c.NotStarted + c.Unknown));
            }
        });

    [Fact]
    public void Replaying_entries_changes_nothing() =>
        Moves.Check(180, story =>
        {
            Assert.Same(story.Board, story.Board.Apply(story.Entries));
            Assert.Equal(BoardText.Of(story.Board), BoardText.Of(Story.Empty.Apply(story.Entries.SelectMany(e => new[] { e, e }))));
        });

    /// <summary>
    /// Every becoming done in production is a correction, an import, a return from a block to a step done before, or finds its gate open.
    /// </summary>
    [Fact]
    public void Nothing_but_a_correction_or_an_import_makes_a_production_step_done_before_its_gate() =>
        Moves.Check(450, story =>
        {
            foreach (var (told, entry, changed) in Changes(story).Where(c => c.Entry.Phase == "production" && c.Changed.To == StepStatus.Done))
            {
                if (changed.Basis is Basis.Correction or Basis.Baseline) continue;
                var row = told.Before[entry.Participant];
                if (row["production", entry.Step!].Blocker?.From == StepStatus.Done) continue;
                Assert.Empty(MissingInTest(row, entry.Step!));
            }
        });

    [Fact]
    public void Correction_before_the_gate_has_a_document_and_is_marked() =>
        Moves.Check(300, story =>
        {
            foreach (var (told, entry, changed) in Changes(story).Where(c => c.Changed is { Basis: Basis.Correction, To: StepStatus.Done }))
            {
                var early = entry.Phase == "production" && MissingInTest(told.Before[entry.Participant], entry.Step!).Any();
                Assert.Equal(early, changed.OutOfOrder);
                if (early) Assert.NotNull(changed.Document);
            }
        });

    [Fact]
    public void Blocking_and_unblocking_move_nobody_between_lists() =>
        Moves.Check(450, story =>
        {
            foreach (var (told, entry, _) in Changes(story).Where(c => c.Changed is { To: StepStatus.Blocked } or { From: StepStatus.Blocked, Basis: Basis.Report }))
            {
                var part = LienThong.Programme.FindStep(entry.Step)!.Part;
                ConnectionStatus? Stands(Board board) =>
                    Connection.OfPart(LienThong.Programme, board[entry.Participant], part, entry.Phase!, told.Now);
                Assert.Equal(Stands(told.Before) ?? ConnectionStatus.NotStarted, Stands(told.After));
            }
        });

    [Fact]
    public void Version_counts_status_changes_and_at_never_decreases() =>
        Moves.Check(300, story =>
        {
            foreach (var cell in story.Entries.Where(e => e.Step is not null).GroupBy(e => (e.Participant, e.Phase, e.Step)))
            {
                var entries = cell.ToList();
                var version = story.Board[cell.Key.Participant][cell.Key.Phase!, cell.Key.Step!].Version;
                Assert.Equal(entries.Count(e => e.Event is StepEvent.StatusChanged), version);
                var dated = entries.Where(e => e.Event is not StepEvent.Commented).ToList();
                Assert.All(dated.Zip(dated.Skip(1)), pair => Assert.True(pair.First.At <= pair.Second.At));
            }
        });

    [Fact]
    public void Event_says_the_status_the_cell_had_and_a_refusal_changes_nothing() =>
        Moves.Check(300, story =>
        {
            foreach (var told in story.Told)
            {
                if (told.Decision is Decision.Refused) Assert.Same(told.Before, told.After);
                foreach (var entry in told.Entries)
                {
                    var had = entry.Step is null ? StepStatus.NotStarted : told.Before[entry.Participant][entry.Phase!, entry.Step].Status;
                    if (entry.Event is StepEvent.StatusChanged c) Assert.Equal(had, c.From);
                    if (entry.Event is StepEvent.PartlyConfirmed p) Assert.Equal(had, p.Status);
                    if (entry.Event is StepEvent.VerificationChanged v) Assert.Equal(had, v.Status);
                }
            }
        });

    [Fact]
    public void Same_command_told_again_with_the_version_it_saw_writes_no_second_change() =>
        Moves.Check(300, story =>
        {
            foreach (var told in story.Told.Where(t => t is { Command: StepCommand.Change, Entries: [{ Event: StepEvent.StatusChanged }] }))
                Assert.IsType<Decision.Refused>(
                    StepDecider.Decide(LienThong.Programme, told.After[told.Command.Participant], told.Command, told.Now));
        });

    [Fact]
    public void Points_of_the_trend_are_the_boards_of_the_ends_of_their_days() =>
        Moves.Check(60, story =>
        {
            foreach (var point in Trend.Of(Story.Empty, "test", story.Entries, story.End))
            {
                var end = HanoiTime.EndOf(point.Day) < story.End ? HanoiTime.EndOf(point.Day) : story.End;
                var board = Story.Empty.Apply(story.Entries.Where(e => e.At <= end));
                Assert.Equal(LienThong.Programme.Systems.Select(s => SystemCount.Of(board, s.Key, "test", end)), point.Systems);
                Assert.Equal(BoardSummary.Of(board, "test", end).StepsDone, point.StepsDone);
            }
        });

    [Fact]
    public void Chain_of_a_story_holds_from_first_to_last() =>
        Moves.Check(120, story =>
        {
            var previous = (Seq: 0L, Hash: HashChain.Genesis);
            foreach (var entry in story.Entries)
            {
                Assert.True(HashChain.Holds(entry, previous.Seq, previous.Hash));
                previous = (entry.Seq, entry.Hash);
            }
        });

    /// <summary>The entries as storage gives them back: events made again from their fields.</summary>
    private static IEnumerable<LedgerEntry> ReadBack(IEnumerable<LedgerEntry> entries) =>
        entries.Select(e => e with { Draft = e.Draft with { Event = EventFields.Read(EventFields.KindOf(e.Event), EventFields.Of(e.Event)) } });

    private static IEnumerable<(Told Told, LedgerEntry Entry, StepEvent.StatusChanged Changed)> Changes(Story story) =>
        from told in story.Told
        from entry in told.Entries
        where entry.Event is StepEvent.StatusChanged
        select (told, entry, (StepEvent.StatusChanged)entry.Event);

    /// <summary>Rule 5 said once more, in other words than the code's.</summary>
    private static IEnumerable<string> MissingInTest(ParticipantProgress row, string step) =>
        from other in LienThong.Programme.Steps
        where step.StartsWith('3') || other.Key[0] == step[0]
        let cell = row["test", other.Key]
        where cell.Status != StepStatus.Done && !(cell.Status == StepStatus.Blocked && cell.Blocker!.From == StepStatus.Done)
        select other.Key;

    /// <summary>The status with a system, said once more; null while nothing is known.</summary>
    private static ConnectionStatus? Standing(ParticipantProgress row, string part, string phase)
    {
        var cells = LienThong.Programme.Steps.Where(s => s.Part == part).Select(s => row[phase, s.Key]).ToList();
        if (row.Sources[LienThong.Programme.PhaseIndex(phase)] is null && cells.TrueForAll(c => c.LastAt is null)) return null;
        var statuses = cells.Select(c => c.Blocker?.From ?? c.Status).Distinct().ToList();
        return statuses is [StepStatus.Done] ? ConnectionStatus.Completed
            : statuses is [StepStatus.NotStarted] ? ConnectionStatus.NotStarted
            : ConnectionStatus.InProgress;
    }
}

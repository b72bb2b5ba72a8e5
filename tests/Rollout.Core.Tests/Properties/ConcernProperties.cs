using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Trends;

namespace Rollout.Core.Tests.Properties;

/// <summary>What does not concern a participant counts nowhere, and the lists say what their rules say, whatever state the cells are in.</summary>
public sealed class ConcernProperties
{
    private static readonly string[] Phases = ["spring", "autumn"];

    private static readonly Gen<(int Row, int Phase, int Step, StepStatus To)[]> States =
        (from row in Gen.Choose(0, 2)
         from phase in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Constant(1)))
         from step in Gen.Choose(0, 5)
         from to in Gen.Elements(Enum.GetValues<StepStatus>())
         select (row, phase, step, to)).ArrayOf();

    private static readonly Gen<bool> Covered = Gen.Elements(true, false);

    [Fact]
    public void Step_applies_exactly_as_its_declaration_reads() => Check(board =>
    {
        foreach (var (row, phase, step) in Cells(board)) Assert.Equal(Naive(row, phase, step.Key), row.Applies(phase, step));
    });

    [Fact]
    public void What_does_not_apply_is_in_no_denominator_and_in_nobodys_hands() => Check(board =>
    {
        foreach (var phase in Phases)
        {
            var cells = Cells(board).Where(c => c.Phase == phase && Naive(c.Row, phase, c.Step.Key)).ToList();
            var (all, done) = (cells.Count, cells.Count(c => c.Row[phase, c.Step.Key].Status == StepStatus.Done));
            var summary = BoardSummary.Of(board, phase, Times.Now);
            Assert.Equal((all, done), (summary.Steps, summary.StepsDone));
            var regions = RegionCount.Of(board, phase, Times.Now);
            Assert.Equal((all, done), (regions.Sum(r => r.Steps), regions.Sum(r => r.StepsDone)));
            Assert.Equal(done, TrendPoint.Of(board, phase, new(2024, 8, 1), Times.Now).StepsDone);
            Assert.Equal((all, done), (board.Rows.Sum(r => Timeline.Of(board.Programme, r, phase).Count), board.Rows.Sum(r => Timeline.Of(board.Programme, r, phase).Done)));
            Assert.Equal(cells.Count(c => c.Row[phase, c.Step.Key].Status is not (StepStatus.Done or StepStatus.NotStarted)), OpenWaits.Of(board, phase, Times.Now).Open);
            Assert.All(Attention.Of(board, phase, Times.Now), i => Assert.True(Naive(board[i.Participant.Id], phase, i.Step.Key)));
            Assert.All(DueReading.Of(board, Times.Now, VietNam.Days, phase).Items, i => Assert.True(Naive(board[i.Participant.Id], phase, i.Step.Key)));
            Assert.All(DoneReading.Of(board, phase, VietNam.Days, ReportDays.Of([])), i => Assert.True(Naive(board[i.Participant.Id], phase, i.Step.Key)));
        }
        foreach (var mandate in from word in (string[])["monitor", "agency:guild", "participant:harbours/A"] select Mandate.TryParse(word, out var read) ? read : throw new FormatException(word))
            Assert.All(Inbox.Of(board, mandate, Times.Now), i => Assert.True(Naive(board[i.Participant.Id], i.Phase.Key, i.Step.Key)));
    });

    [Fact]
    public void Rule_over_steps_equals_its_naive_reading() => Check(board =>
    {
        foreach (var phase in Phases)
        {
            var lists = StatusLists.Of(board, phase, Times.Now);
            foreach (var list in lists.Lists)
                Assert.Equal(
                    board.Rows.Where(r => list.Definition.Steps.All(rule => Told(r, phase, rule.Key) && rule.Value.Any(w => Holds(w, r[phase, rule.Key])))).Select(r => r.Participant),
                    list.Participants);
            string[] asked = ["1", "2", "4"];
            Assert.Equal(
                board.Rows.Where(r => asked.Any(s => Naive(r, phase, s) && !r.Knows(phase, s, Times.Now))).Select(r => r.Participant), lists.Unknown);
            Assert.Equal(
                board.Rows.Where(r => !lists.Unknown.Contains(r.Participant) && asked.Any(s => Naive(r, phase, s)
                    && !lists.Lists.Any(l => l.Definition.Steps.ContainsKey(s) && l.Participants.Contains(r.Participant)))).Select(r => r.Participant),
                lists.Unlisted);
        }
    });

    [Fact]
    public void No_command_makes_anything_of_what_does_not_apply() => Check(board =>
    {
        foreach (var (row, phase, step) in Cells(board))
        {
            if (row.MayTake(phase, step)) continue;
            Assert.Empty(StepOffers.Of(board.Programme, row, new(row.Participant.Id, phase, step.Key), Ferry.Monitor, Times.Now));
            foreach (var actor in (Actor[])[Ferry.Monitor, Ferry.Guild, Ferry.Of(row.Participant.Code)])
                foreach (var to in Enum.GetValues<StepStatus>())
                    Assert.IsType<Decision.Refused>(StepOffers.Try(board.Programme, row, new(row.Participant.Id, phase, step.Key), actor, to, row[phase, step.Key].Version, Times.Now));
        }
    });

    private static IEnumerable<(ParticipantProgress Row, string Phase, StepDefinition Step)> Cells(Board board) =>
        from row in board.Rows from phase in Phases from step in board.Programme.Steps select (row, phase, step);

    private static bool Told(ParticipantProgress row, string phase, string step) => Naive(row, phase, step) && row.Knows(phase, step, Times.Now);

    private static bool Naive(ParticipantProgress row, string phase, string step) => (step, row.Participant.Code) switch
    {
        ("2", _) => row[phase, "1"].CountsAs == StepStatus.Done,
        ("3", _) => row[phase, "1"].CountsAs == StepStatus.Done && row[phase, "2"].CountsAs == StepStatus.Done,
        ("4", "C") => false,
        ("5" or "6", "A") => true,
        ("5" or "6", _) => row[phase, "5"].CountsAs != StepStatus.NotStarted,
        _ => true,
    };

    private static bool Holds(StepWord word, StepState cell) => word switch
    {
        StepWord.NotDone => cell.CountsAs != StepStatus.Done,
        StepWord.Blocked => cell.Status == StepStatus.Blocked,
        _ => $"{cell.CountsAs}" == $"{word}",
    };

    private static void Check(Action<Board> holds) => Prop.ForAll(
        (from states in States from covered in Covered select (states, covered)).ToArbitrary(),
        c => holds(Board(c.states, c.covered))).QuickCheckThrowOnFailure();

    private static Board Board((int Row, int Phase, int Step, StepStatus To)[] states, bool covered)
    {
        var scribe = covered ? Ferry.Ledger(Phases) : Ferry.Ledger();
        foreach (var (row, phase, step, to) in states)
            scribe.Has("ABC"[row].ToString(), $"{step + 1}", to, Times.At("2024-07-01 08:00"), Phases[phase]);
        return scribe.Board;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Deadlines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Properties;

/// <summary>What is due, whatever the deadlines, the terms, the state of the cells and the instant.</summary>
public sealed class DueProperties
{
    private static readonly DateTimeOffset First = Times.At("2024-01-01 00:00");

    private static readonly Gen<Case> Cases =
        from due in Gen.Choose(0, 500)
        from exclusive in Gen.Elements(true, false)
        from keepers in Gen.Choose(0, 6)
        from guild in Gen.Choose(0, 6)
        from cells in (from status in Gen.Elements(StepStatus.NotStarted, StepStatus.InProgress, StepStatus.Reported, StepStatus.Done, StepStatus.Blocked) from since in Gen.Choose(0, 500 * 24 * 60) select (status, since)).ArrayOf(6)
        from now in Gen.Choose(0, 520 * 24 * 60)
        select new Case(due, exclusive, keepers, guild, cells, now);

    [Fact]
    public void Item_is_late_exactly_when_its_last_day_has_ended_and_counts_working_days() => Check((_, _, reading) =>
    {
        foreach (var item in reading.Items)
        {
            Assert.True(VietNam.Days.IsWorking(item.LastDay));
            Assert.Equal(item.State == DueState.Overdue, reading.Today > item.LastDay);
            var (from, to) = item.State == DueState.Overdue ? (item.LastDay, VietNam.Days.RollForward(reading.Today)) : (reading.Today, item.LastDay);
            Assert.Equal(Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(n => VietNam.Days.IsWorking(from.AddDays(n))), item.Days);
            Assert.True(item.State == DueState.Overdue ? item.Days >= 1 : item.Days is >= 0 and <= 5);
        }
        Assert.Equal(reading.Items.OrderBy(i => i.LastDay).Select(i => i.LastDay), reading.Items.Select(i => i.LastDay));
    });

    [Fact]
    public void Done_is_never_due_and_who_must_act_is_who_the_step_waits_on() => Check((_, board, reading) =>
    {
        foreach (var cell in reading.Items.GroupBy(i => i.Key))
        {
            var state = board[cell.Key.Participant]["rehearsal", cell.Key.Step];
            Assert.NotEqual(StepStatus.Done, state.Status);
            var acting = cell.SelectMany(i => i.WaitsOn).ToList();
            Assert.Equal(acting.Distinct(), acting);
            Assert.Subset(Attention.WaitsOn(board.Programme.FindStep(cell.Key.Step)!, state).ToHashSet(), acting.ToHashSet());
            if (state.Status == StepStatus.Reported) Assert.DoesNotContain(StepDefinition.Participant, acting);
        }
    });

    [Fact]
    public void What_is_late_stays_late_while_nothing_happens() => Check((c, board, reading) =>
    {
        static HashSet<(StepKey, DateOnly)> Late(DueReading r) => [.. r.Items.Where(i => i.State == DueState.Overdue).Select(i => (i.Key, i.LastDay))];
        Assert.Subset(Late(DueReading.Of(board, c.At.AddDays(3), VietNam.Days)), Late(reading));
    });

    [Fact]
    public void Next_is_the_nearest_day_that_has_not_ended() => Check((_, _, reading) =>
    {
        if (reading.Next is { } next) Assert.True(next >= reading.Today);
        if (reading.Items.FirstOrDefault(i => i.State == DueState.Soon) is { } soon) Assert.Equal(soon.LastDay, reading.Next);
    });

    private static void Check(Action<Case, Board, DueReading> holds) => Prop.ForAll(Cases.ToArbitrary(), c =>
    {
        var board = c.Rows();
        holds(c, board, DueReading.Of(board, c.At, VietNam.Days));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithQuietOnSuccess(true));

    /// <summary>Days and minutes count from the beginning of 2024; a term of 0 is none.</summary>
    private sealed record Case(int Due, bool Exclusive, int Keepers, int Guild, (StepStatus Status, int Since)[] Cells, int Now)
    {
        public DateTimeOffset At => First.AddMinutes(Now);

        public Board Rows()
        {
            static string? Term(int days) => days == 0 ? null : $"{days}";
            var date = $"{HanoiTime.DayOf(First).AddDays(Due):yyyy-MM-dd}";
            var programme = Harbour.Read(Harbour.Yaml($"{{ whole: {{ {(Exclusive ? "before" : "by")}: {date} }} }}", keepers: Term(Keepers), guild: Term(Guild)));
            var rows = Lights.Harbours.All.Select((p, row) => new ParticipantProgress(
                programme, p, [Cell(row * 2), Cell((row * 2) + 1), StepState.Initial, StepState.Initial], [First, null], null, null));
            return Board.From(programme, Lights.Harbours, rows, 1);
        }

        private StepState Cell(int index)
        {
            var (status, since) = (Cells[index].Status, First.AddMinutes(Math.Min(Cells[index].Since, Now)));
            return new()
            {
                Status = status,
                Basis = Basis.Report,
                Since = since,
                LastAt = since,
                Blocker = status == StepStatus.Blocked ? new("guild", "weather", StepStatus.InProgress) : null,
            };
        }
    }
}

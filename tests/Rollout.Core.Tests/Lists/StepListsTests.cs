using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using static Rollout.Core.Steps.StepStatus;

namespace Rollout.Core.Tests.Lists;

/// <summary>Lists whose rules speak of steps and measures, in a programme without systems.</summary>
public sealed class StepListsTests
{
    private static readonly DateTimeOffset Day = Times.Yesterday;

    [Fact]
    public void Rules_over_steps_place_everybody_and_a_complaint_moves_nobody()
    {
        var scribe = Ferry.Ledger("spring");
        scribe.Has("A", "1", Done, Day, "spring");
        scribe.Has("A", "2", Reported, Day, "spring");
        scribe.Has("B", "1", InProgress, Day, "spring");
        Assert.Equal("A | B C | A |  | ", Rows(scribe));

        scribe.Has("A", "2", Blocked, Day, "spring");
        scribe.Has("B", "1", Blocked, Day, "spring");
        scribe.Has("B", "4", Blocked, Day, "spring");
        Assert.Equal("A | B C | A |  | B", Rows(scribe));
    }

    [Fact]
    public void What_does_not_apply_is_neither_done_nor_not_done_and_nobody_misses_it()
    {
        var scribe = Ferry.Ledger("spring");
        scribe.Has("A", "2", Done, Day, "spring");
        var lists = Read(scribe);
        Assert.Equal(" | A B C |  |  | ", Rows(scribe));
        Assert.Empty(lists.Unknown);
        // The fifth row is the only one that speaks of step 4: whose step is not held up, no row tells.
        Assert.Equal(["A", "B"], lists.Unlisted.Select(p => p.Code));
        Assert.Equal(["4/A", "4/B"], PublicationContent.Missing(lists).Select(m => $"{m.SystemKey}/{m.Code}"));
    }

    [Fact]
    public void Step_of_which_nothing_is_known_stands_in_no_row()
    {
        var scribe = Ferry.Ledger();
        scribe.Has("A", "1", Done, Day, "spring");
        var lists = Read(scribe);
        Assert.Equal("A |  |  |  | ", Rows(scribe));
        Assert.Equal(["A", "B", "C"], lists.Unknown.Select(p => p.Code));
        Assert.Empty(lists.Unlisted);
    }

    /// <summary>That there are none is a statement; a row says it only when of somebody it is known.</summary>
    [Fact]
    public void Row_of_which_nothing_is_known_of_anybody_says_so()
    {
        var scribe = Ferry.Ledger();
        Assert.All(Read(scribe).Lists, l => Assert.True(l.NothingKnown));
        scribe.Has("A", "1", InProgress, Day, "spring");
        Assert.Equal([false, false, false, true, true], Read(scribe).Lists.Select(l => l.NothingKnown));
        Assert.All(Read(Ferry.Ledger("spring")).Lists, l => Assert.False(l.NothingKnown));
    }

    [Fact]
    public void Name_that_joins_a_row_is_explained_by_the_step_that_let_it_in()
    {
        var scribe = Ferry.Ledger("spring");
        scribe.Has("A", "1", InProgress, Day, "spring");
        var (before, from) = (scribe.Entries.Count, Read(scribe));
        scribe.Has("A", "1", Done, Times.Now, "spring");
        scribe.Has("A", "4", Done, Times.Now, "spring");
        var movement = ListMovement.Between(from, StatusLists.Of(scribe.Board, "spring", Times.Now), scribe.Entries.Skip(before));
        var joined = movement.Lists.Single(l => l.Definition.Number == 3).Joined;
        Assert.Equal(["1"], Assert.Single(joined).Entries.Select(e => e.Step));
    }

    [Fact]
    public void Numbers_count_whom_they_concern()
    {
        var scribe = Ferry.Ledger("spring");
        scribe.Has("A", "1", Done, Day, "spring");
        scribe.Has("B", "2", Done, Day, "spring");
        scribe.Has("C", "4", Done, Day, "spring");
        var summary = BoardSummary.Of(scribe.Board, "spring", Times.Now);
        // Alma 1 2 4 5 6, Brod 1 4, Cove 1; what was done where it does not apply counts nowhere.
        Assert.Equal((8, 1), (summary.Steps, summary.StepsDone));
        Assert.Equal((0, 0), (summary.AllSystems, summary.EndToEnd));
        Assert.Empty(summary.Systems);

        scribe.Has("C", "1", Done, Day, "spring");
        scribe.Has("C", "2", Done, Day, "spring");
        scribe.Has("C", "3", Done, Day, "spring");
        Assert.Equal(1, BoardSummary.Of(scribe.Board, "spring", Times.Now).EndToEnd);
    }

    [Fact]
    public void Programme_of_which_nobody_has_said_anything_is_unknown_without_systems_too() =>
        Assert.Equal((3, 0), (BoardSummary.Of(Ferry.Ledger().Board, "spring", Times.Now).Unknown, BoardSummary.Of(Ferry.Ledger("spring").Board, "spring", Times.Now).Unknown));

    [Theory]
    [InlineData("> 20", 20.54, true)]
    [InlineData("> 20", 20.0, false)]
    [InlineData(">= 20", 20.0, true)]
    [InlineData("< 20", 19.99, true)]
    [InlineData("<= 20", 20.0, true)]
    [InlineData("== 0", 0.0, true)]
    [InlineData("> 20", null, false)]
    [InlineData("< 20", null, false)]
    [InlineData("none", null, true)]
    [InlineData("none", 0.0, false)]
    public void No_figure_is_not_zero(string rule, double? figure, bool holds) => Assert.Equal(holds, MeasureRule.Parse("m", rule)!.Holds((decimal?)figure));

    [Theory]
    [InlineData("20")]
    [InlineData("> twenty")]
    [InlineData("> 20 %")]
    [InlineData("None")]
    [InlineData("")]
    public void Anything_else_is_no_rule_of_a_measure(string rule) => Assert.Null(MeasureRule.Parse("m", rule));

    [Fact]
    public void Rules_over_measures_and_steps_must_both_hold()
    {
        var yaml = Ferry.Yaml.ReplaceLineEndings("\n").Replace("appendix:", "measures: [{ key: late, title: Late, of: boats, unit: percent, decimals: 2, better: lower, reportedBy: [participant], source: log }]\ndocuments: [{ key: log, number: \"1\", issuer: harbour, date: 2024, title: Log }]\nappendix:", StringComparison.Ordinal)
            .Replace("where: { steps: { \"1\": done } } }", "where: { steps: { \"1\": done }, measure: { late: \"> 20\" } } }", StringComparison.Ordinal)
            .Replace("where: { steps: { \"1\": notDone } } }", "where: { measure: { late: none } } }", StringComparison.Ordinal);
        var reading = ProgrammeYaml.Read("ferry.yaml", yaml, ["harbours"]);
        Assert.Empty(reading.Mistakes);
        var programme = reading.Programme!;
        var scribe = new Scribe(programme, Lights.Harbours);
        scribe.Has("A", "1", Done, Day, "spring");
        scribe.Has("B", "1", Done, Day, "spring");
        Assert.Equal(3, StatusLists.Of(scribe.Board, "spring", Times.Now).Lists[1].Count);
        State("A", 20.54m);
        State("B", 3m);
        var lists = StatusLists.Of(scribe.Board, "spring", Times.Now);
        Assert.Equal(["A"], lists.Lists[0].Participants.Select(p => p.Code));
        Assert.Equal(["C"], lists.Lists[1].Participants.Select(p => p.Code));

        void State(string code, decimal value) => scribe.Record(
            new StepCommand.StateFigure(new(ActorKind.Participant, "office", Participant: scribe.Board.Find(code)!.Participant.Id), scribe.Board.Find(code)!.Participant.Id, "late", new(HanoiTime.DayOf(Day), HanoiTime.DayOf(Day)), value, Version: 0), Times.Now);
    }

    private static StatusLists Read(Scribe scribe) => StatusLists.Of(scribe.Board, "spring", Times.Now);

    private static string Rows(Scribe scribe) => string.Join(" | ", Read(scribe).Lists.Select(l => string.Join(' ', l.Participants.Select(p => p.Code))));
}

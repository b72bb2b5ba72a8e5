using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Support;
using Rollout.Core.Versions;

namespace Rollout.Core.Tests.Versions;

/// <summary>What a new version makes of the entries that there are.</summary>
public sealed class LedgerEffectTests
{
    private static readonly DateTimeOffset Then = Times.At("2024-07-01 08:00");

    [Fact]
    public void Given_entries_when_a_text_alone_changes_then_nothing_moves_and_nothing_is_lost()
    {
        var effect = Of(Worked(), "title: Dredge", "title: Dredge deeply");
        Assert.Equal(6 + 3, effect.Entries);
        Assert.True(effect is { Losses.IsEmpty: true, Cells.IsEmpty: true, Lists.IsEmpty: true, Regained: 0 });
    }

    [Fact]
    public void Given_entries_of_a_step_when_it_is_dropped_then_they_are_named_as_a_loss_and_the_rest_folds_on()
    {
        var scribe = Worked();
        scribe.Has("A", "6", StepStatus.InProgress, Then, "spring");
        scribe.Has("A", "6", StepStatus.Done, Then, "spring");
        var after = Read("          - { key: \"6\", title: Name the ship, reports: participant, confirm: { any: [guild] }, applies: { with: \"5\" } }", "");
        var effect = LedgerEffect.Of(scribe.Board, after, Lights.Harbours, scribe.Entries, Times.Now);
        var loss = Assert.Single(effect.Losses);
        Assert.Equal(("step:6", 2, "Name the ship"), (loss.Word, loss.Entries, loss.Title!.Default));
        Assert.Empty(effect.Cells);
    }

    [Fact]
    public void Given_entries_of_a_phase_and_of_a_set_when_both_are_dropped_then_each_entry_is_lost_once()
    {
        var isles = Sets.Of("isles", "code,name\nI,Iona");
        var both = ParticipantSet.Together([Lights.Harbours, isles]);
        var before = Ferry.Programme with { ParticipantSets = ["harbours", "isles"] };
        var scribe = new Scribe(before, both);
        scribe.Has("A", "1", StepStatus.Done, Then, "autumn");
        scribe.Has("I", "1", StepStatus.Done, Then, "autumn");
        scribe.Has("I", "4", StepStatus.Done, Then, "spring");
        var after = Read("          - { key: autumn, title: Autumn, after: spring }", "");
        var effect = LedgerEffect.Of(scribe.Board, after, Lights.Harbours, scribe.Entries, Times.Now);
        Assert.Equal([("participants:isles", 2), ("phase:autumn", 1)], effect.Losses.Select(l => (l.Word, l.Entries)));
    }

    [Fact]
    public void Given_figures_when_their_measure_is_dropped_then_they_are_named_and_when_it_comes_back_they_belong_again()
    {
        var scribe = Dossiers.WithLetter();
        var without = Dossiers.Rules with { Measures = [Dossiers.BooksMeasure] };
        var effect = LedgerEffect.Of(scribe.Board, without, Sets.Provinces34, scribe.Entries, Dossiers.Now);
        var loss = Assert.Single(effect.Losses);
        Assert.Equal((LossKind.Measure, Dossiers.Share, scribe.Entries.Count), (loss.Kind, loss.Key, loss.Entries));
        var bare = Board.Empty(without, Sets.Provinces34).Apply(scribe.Entries);
        Assert.Equal(scribe.Entries.Count, LedgerEffect.Of(bare, Dossiers.Rules, Sets.Provinces34, scribe.Entries, Dossiers.Now).Regained);
    }

    [Fact]
    public void Given_a_done_step_when_it_no_longer_concerns_somebody_then_the_cell_and_the_lists_are_told()
    {
        var effect = Of(Worked(), "{ key: \"1\", title: Build the pier, reports: participant, confirm: { any: [guild] } }", "{ key: \"1\", title: Build the pier, reports: participant, confirm: { any: [guild] }, applies: { except: [A] } }");
        var cell = Assert.Single(effect.Cells, c => c.Step.Key == "1" && c.Phase.Key == "spring");
        Assert.Equal(("Alma", new CellSight(true, StepStatus.Done), new CellSight(false, null)), (cell.Participant.Name, cell.Before, cell.After));
        var list = effect.Lists.Single(l => l.List.Number == 1 && l.Phase.Key == "spring");
        Assert.Equal((1, 0, 1), (list.Before, list.Joined, list.Left));
    }

    [Fact]
    public void Given_entries_that_belong_to_nothing_when_they_are_folded_then_the_board_passes_over_them()
    {
        var scribe = Worked();
        var after = Read("          - { key: autumn, title: Autumn, after: spring }", "") with { };
        scribe.Covers("autumn", Then);
        scribe.Has("B", "1", StepStatus.Done, Then, "autumn");
        var board = Board.Empty(after, Lights.Harbours).Apply(scribe.Entries);
        Assert.Equal(scribe.Entries.Count, board.Seq);
        Assert.Equal(StepStatus.Done, board.Find("A")!["spring", "1"].Status);
    }

    [Fact]
    public void Given_a_new_programme_when_nothing_was_written_then_nothing_is_affected() =>
        Assert.Equal(0, LedgerEffect.Of(null, Ferry.Programme, Lights.Harbours, [], Times.Now).Entries);

    private static Scribe Worked()
    {
        var scribe = Ferry.Ledger("spring", "autumn");
        scribe.Has("A", "1", StepStatus.Done, Then, "spring");
        scribe.Has("A", "2", StepStatus.InProgress, Then, "spring");
        scribe.Has("B", "4", StepStatus.Reported, Then, "spring");
        return scribe;
    }

    private static LedgerEffect Of(Scribe scribe, string right, string wrong) => LedgerEffect.Of(scribe.Board, Read(right, wrong), Lights.Harbours, scribe.Entries, Times.Now);

    private static Programme Read(string right, string wrong)
    {
        var yaml = Ferry.Yaml.Replace(right.TrimStart(), wrong, StringComparison.Ordinal);
        Assert.NotEqual(Ferry.Yaml, yaml);
        // A line that is taken out leaves its dash.
        yaml = string.Join('\n', yaml.Split('\n').Where(l => l.Trim() != "-"));
        var reading = ProgrammeYaml.Read("ferry.yaml", yaml, ["harbours"]);
        Assert.Empty(reading.Mistakes);
        return reading.Programme!;
    }
}

using Rollout.Core.Participants;
using Rollout.Core.Tests.Support;
using Rollout.Core.Versions;

namespace Rollout.Core.Tests.Versions;

/// <summary>What two versions of a programme file differ in.</summary>
public sealed class VersionDifferenceTests
{
    [Fact]
    public void Given_the_same_text_when_compared_then_nothing_differs() => Assert.True(Of(Ferry.Yaml, Ferry.Yaml + "\n# a remark\n").IsEmpty);

    [Fact]
    public void Given_a_step_that_says_something_else_when_compared_then_each_of_its_words_is_told_before_and_after()
    {
        var change = Assert.Single(Of(Ferry.Yaml, Ferry.Yaml
            .Replace("title: Dredge", "title: Dredge deeply, due: { by: 2024-09-30 }", StringComparison.Ordinal).Replace("except: [C]", "except: [B, C]", StringComparison.Ordinal)).Items);
        Assert.Equal((ItemFate.Changed, "steps", "4", "Dredge deeply"), (change.Fate, change.Item.Section, change.Item.Key, change.Item.Title!.Default));
        Assert.Equal(
            [new FieldChange("applies.except", "C", "B, C"), new("due.by", null, "2024-09-30"), new("title", "Dredge", "Dredge deeply")], change.Fields);
    }

    [Fact]
    public void Given_a_step_more_and_a_list_less_when_compared_then_one_is_new_and_the_other_gone()
    {
        var after = Ferry.Yaml
            .Replace("          - { number: 5, title: Held up, where: { steps: { \"4\": blocked } } }\n", "", StringComparison.Ordinal)
            .Replace("- { number: 5, title: Held up, where: { steps: { \"4\": blocked } } }", "", StringComparison.Ordinal)
            .Replace("  - key: B\n", "      - { key: \"3a\", title: Paint, reports: participant, confirm: { any: [guild] } }\n  - key: B\n", StringComparison.Ordinal);
        Assert.Equal([(ItemFate.Added, "steps", "3a"), (ItemFate.Gone, "statusLists", "5")], Of(Ferry.Yaml, after).Items.Select(i => (i.Fate, i.Item.Section, i.Item.Key)));
    }

    [Fact]
    public void Given_another_deadline_of_the_whole_when_compared_then_it_is_told()
    {
        var change = Assert.Single(Of(Ferry.Yaml, Ferry.Yaml.Replace("by: 2024-07-31", "before: 2024-08-31", StringComparison.Ordinal)).Items);
        Assert.Equal("deadlines", change.Item.Section);
        Assert.Equal([new FieldChange("whole.before", null, "2024-08-31"), new("whole.by", "2024-07-31", null)], change.Fields);
    }

    [Fact]
    public void Given_a_section_more_when_compared_then_all_its_words_are_told()
    {
        var change = Assert.Single(Of(Ferry.Yaml, Ferry.Yaml + "\nclosed: { on: 2030-01-01 }\n").Items);
        Assert.Equal((ItemFate.Added, "closed", new FieldChange("on", null, "2030-01-01")), (change.Fate, change.Item.Section, Assert.Single(change.Fields)));
    }

    [Fact]
    public void Given_the_same_steps_in_another_order_when_compared_then_the_order_is_told()
    {
        var lines = Ferry.Yaml.Split('\n').ToList();
        var at = lines.FindIndex(l => l.Contains("key: \"5\"", StringComparison.Ordinal));
        (lines[at - 1], lines[at]) = (lines[at], lines[at - 1]);
        var difference = Of(Ferry.Yaml, string.Join('\n', lines));
        Assert.Empty(difference.Items);
        Assert.Equal(["steps"], difference.Reordered);
    }

    [Fact]
    public void Given_a_step_that_moves_to_another_part_when_compared_then_its_part_is_told()
    {
        var step = Ferry.Yaml.Split('\n').Single(l => l.Contains("key: \"3\"", StringComparison.Ordinal));
        var after = Ferry.Yaml.Replace(step + "\n", "", StringComparison.Ordinal).Replace("        steps:\n          - { key: \"4\"", "", StringComparison.Ordinal);
        after = after.Replace("      - { key: \"4\"", $"{step.TrimEnd()}\n      - {{ key: \"4\"", StringComparison.Ordinal);
        var change = Assert.Single(Of(Ferry.Yaml, after).Items);
        Assert.Equal(("3", new FieldChange("part", "A", "B")), (change.Item.Key, Assert.Single(change.Fields)));
    }

    [Fact]
    public void Given_another_set_when_compared_then_who_joins_and_who_leaves_is_told()
    {
        var isles = Sets.Of("isles", "code,name\nI,Iona");
        var both = ParticipantSet.Together([Lights.Harbours, isles]);
        Assert.Equal(["Iona"], VersionDifference.Between((Ferry.Yaml, Lights.Harbours), (Ferry.Yaml, both)).Joined.Select(p => p.Name));
        Assert.Equal(["Alma", "Brod", "Cove"], VersionDifference.Between((Ferry.Yaml, both), (Ferry.Yaml, isles)).Left.Select(p => p.Name));
    }

    [Fact]
    public void Given_no_version_before_when_compared_then_all_is_new()
    {
        var difference = VersionDifference.Between(null, (Ferry.Yaml, Lights.Harbours));
        Assert.All(difference.Items, i => Assert.Equal(ItemFate.Added, i.Fate));
        Assert.Equal((6, 3), (difference.Items.Count(i => i.Item.Section == "steps"), difference.Joined.Length));
    }

    private static VersionDifference Of(string before, string after) => VersionDifference.Between((before, Lights.Harbours), (after, Lights.Harbours));
}

using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

public sealed class TimelineTests
{
    private static readonly ScenarioTimeline Timeline = ScenarioFiles.LienThong.Timeline();

    [Fact]
    public void Timeline_same_seed_is_the_same()
    {
        var again = Scenario.Parse(ScenarioFiles.LienThongText).Timeline();

        Assert.Equal(Timeline.People, again.People);
        Assert.Equal(Timeline.Plans.Select(Written), again.Plans.Select(Written));
    }

    [Fact]
    public void Timeline_other_seed_differs()
    {
        var other = Scenario.Parse(ScenarioFiles.LienThongText.Replace("\"seed\": 2122", "\"seed\": 2123", StringComparison.Ordinal)).Timeline();

        Assert.NotEqual(Timeline.People, other.People);
        Assert.NotEqual(Timeline.Plans.Select(Written), other.Plans.Select(Written));
    }

    [Fact]
    public void Timeline_new_participant_shifts_nobody_else()
    {
        var text = ScenarioFiles.LienThongText.Replace("[\"77\", \"60\"", "[\"99\", \"77\", \"60\"", StringComparison.Ordinal);
        var larger = Scenario.Parse(text).Timeline();

        Assert.Contains(larger.People, entry => entry.Participant == "99");
        Assert.Equal(Timeline.People, larger.People.Where(entry => entry.Participant != "99"));
        Assert.All(Timeline.Plans, plan => Assert.Equal(Written(plan), Written(larger.PlanOf(plan.Participant, plan.Environment))));
    }

    [Fact]
    public void People_are_sorted_and_within_the_scenario()
    {
        Assert.Equal(Timeline.People.OrderBy(entry => entry.At), Timeline.People);
        Assert.All(Timeline.People, entry => Assert.InRange(entry.At, ScenarioFiles.LienThong.Start, ScenarioFiles.LienThong.End));
    }

    /// <summary>The rules of a step as the product has them: whoever breaks one here would be refused there.</summary>
    [Fact]
    public void Cell_events_come_in_an_order_that_the_rules_allow()
    {
        var onSteps = Timeline.People.Where(entry => entry.Step.Length > 0);
        foreach (var cell in onSteps.GroupBy(entry => (entry.Participant, entry.Environment, entry.Step)))
        {
            var status = StartsInProgress(cell.First()) ? "inProgress" : "notStarted";
            var moments = cell.Select(entry => entry.At).ToList();
            Assert.Equal(moments.Distinct(), moments);
            foreach (var entry in cell)
            {
                status = (status, entry.Action) switch
                {
                    ("notStarted", "start") => "inProgress",
                    ("inProgress", "block") => "blocked",
                    ("blocked", "unblock") => "inProgress",
                    ("inProgress", "report") => "reported",
                    ("reported" or "done", "confirm") => "done",
                    ("reported", "return") => "inProgress",
                    _ => throw new Xunit.Sdk.XunitException($"{entry} while {status}"),
                };
            }
        }
    }

    [Fact]
    public void Blocks_say_whom_they_wait_for_and_returns_say_why()
    {
        string[] agencies = ["participant", "c06", "btp", "ndxp", "vpcp"];
        string[] kinds = ["funding", "staff", "infrastructure", "software", "data", "waiting"];

        Assert.All(Timeline.People.Where(entry => entry.Action == "block"), entry =>
        {
            Assert.Contains(entry.BlockedOn, agencies);
            Assert.Contains(entry.BlockedKind, kinds);
            Assert.False(string.IsNullOrEmpty(entry.Note));
        });
        Assert.All(Timeline.People.Where(entry => entry.Action == "return"), entry => Assert.False(string.IsNullOrEmpty(entry.Note)));
    }

    [Fact]
    public void Address_is_handed_out_not_later_than_its_service_comes_up() => Assert.All(
        Timeline.Plans.SelectMany(plan => plan.ComesUp.Select(role => (Up: role.Value, HandedOut: plan.HandedOut[role.Key]))),
        role => Assert.InRange(role.HandedOut, role.Up.AddDays(-2), role.Up));

    private static bool StartsInProgress(PersonEvent first) => first.Action != "start";

    private static string Written(EnvironmentPlan plan) =>
        $"{plan.Participant} {plan.Environment} {string.Join(' ', plan.ComesUp.OrderBy(role => role.Key))} "
        + $"{string.Join(' ', plan.HandedOut.OrderBy(role => role.Key))} {string.Join(' ', plan.Faults)}";
}

using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

public sealed class ScenarioTests
{
    [Fact]
    public void Scenario_well_formed_knows_its_frame()
    {
        var scenario = Scenario.Parse(SmallScenario.With());

        Assert.Equal(SmallScenario.Start, scenario.Start);
        Assert.Equal(["test", "production"], scenario.Environments);
        Assert.Equal(["A", "B"], scenario.Participants);
    }

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("null", "empty")]
    [InlineData("{ \"seed\": 1 }", "environments")]
    public void Scenario_that_is_none_is_refused(string text, string named) =>
        Assert.Contains(named, Assert.Throws<ScenarioException>(() => Scenario.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"seed\": 1,", "\"seed\": 1, \"sead\": 2,", "sead")]
    [InlineData("08:00:00+07:00\", \"end\"", "08:00:00\", \"end\"", "$.start")]
    [InlineData("\"gapDays\": [1, 1]", "\"gapDays\": [2, 1]", "$.service.gapDays")]
    [InlineData("\"kind\": \"http\"", "\"kind\": \"gopher\"", "$.roles[0].kind")]
    [InlineData("\"after\": [\"test/p\"]", "\"after\": [\"test/q\"]", "test/q")]
    [InlineData("\"reason\": \"r\"", "\"reason\": \"q\"", "stories: q")]
    [InlineData("\"participants\": [\"B\"]", "\"participants\": [\"A\"]", "A stands twice")]
    [InlineData("\"roles\": [\"plain\"]", "\"roles\": [\"plane\"]", "plane")]
    [InlineData("\"path\": \"/keyed\"", "\"path\": \"keyed\"", "keyed needs a path")]
    [InlineData("\"7.7\": [\"*\"]", "\"seven\": [\"*\"]", "seven")]
    [InlineData("\"confirm\": { \"any\": [\"agency\"] }", "\"confirm\": {}", "p2 confirm")]
    public void Scenario_with_a_mistake_is_refused_by_name(string right, string wrong, string named)
    {
        var text = SmallScenario.With();
        Assert.Contains(right, text, StringComparison.Ordinal);

        var refusal = Assert.Throws<ScenarioException>(() => Scenario.Parse(text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenario_with_two_mistakes_names_both()
    {
        var text = SmallScenario.With()
            .Replace("\"reason\": \"r\"", "\"reason\": \"q\"", StringComparison.Ordinal)
            .Replace("\"roles\": [\"plain\"]", "\"roles\": [\"plane\"]", StringComparison.Ordinal);

        var refusal = Assert.Throws<ScenarioException>(() => Scenario.Parse(text));

        Assert.Contains("stories: q", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("plane", refusal.Message, StringComparison.Ordinal);
    }
}

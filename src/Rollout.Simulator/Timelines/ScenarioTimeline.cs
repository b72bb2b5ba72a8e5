namespace Rollout.Simulator;

/// <summary>The scenario worked out: who does what when, and what every system is like when. The same file gives the same timeline.</summary>
public sealed class ScenarioTimeline
{
    private readonly Dictionary<(string Participant, string Environment), EnvironmentPlan> _plans;

    internal ScenarioTimeline(IReadOnlyList<PersonEvent> people, IReadOnlyList<EnvironmentPlan> plans)
    {
        People = people;
        Plans = plans;
        _plans = plans.ToDictionary(plan => (plan.Participant, plan.Environment));
    }

    /// <summary>Sorted by instant.</summary>
    public IReadOnlyList<PersonEvent> People { get; }

    /// <summary>One for every participant and environment.</summary>
    public IReadOnlyList<EnvironmentPlan> Plans { get; }

    /// <exception cref="KeyNotFoundException">The scenario knows no such participant or environment.</exception>
    public EnvironmentPlan PlanOf(string participant, string environment) => _plans[(participant, environment)];
}

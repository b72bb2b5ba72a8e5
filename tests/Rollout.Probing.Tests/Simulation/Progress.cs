using Rollout.Simulator;

namespace Rollout.Probing.Tests.Simulation;

/// <summary>What a timeline amounts to: when each step of each participant is done, as the product would see it.</summary>
internal sealed class Progress(ScenarioTimeline timeline)
{
    private static readonly Dictionary<string, string[]> StepsOf = new()
    {
        ["1"] = ["1.1", "1.2", "1.3", "1.4"],
        ["2"] = ["2.1", "2.2", "2.3"],
        ["3"] = ["3.1", "3.2", "3.3"],
    };

    private static readonly Dictionary<string, string[]> Probed = new()
    {
        ["1.2"] = ["catalogue"],
        ["1.3"] = ["receive", "status"],
        ["2.2"] = ["civil"],
    };

    private static readonly Dictionary<string, string[]> ConfirmedByAll = new()
    {
        ["2.3"] = ["btp", "ndxp"],
        ["3.2"] = ["btp", "ndxp"],
        ["3.3"] = ["btp", "c06"],
    };

    private readonly ILookup<(string, string, string), PersonEvent> _events =
        timeline.People.ToLookup(entry => (entry.Participant, entry.Environment, entry.Step));

    public IEnumerable<PersonEvent> EventsOf(string participant, string environment, string part) =>
        StepsOf[part].SelectMany(step => _events[(participant, environment, step)]);

    /// <summary>Null: not done by the end.</summary>
    public DateTimeOffset? PartDone(string participant, string environment, string part)
    {
        if (AppendixOne.DoneAtStart(participant, environment, part)) return ScenarioFiles.LienThong.Start;
        var steps = StepsOf[part].Select(step => StepDone(participant, environment, step)).ToList();
        return steps.Contains(null) ? null : steps.Max();
    }

    public DateTimeOffset? StepDone(string participant, string environment, string step)
    {
        if (Probed.TryGetValue(step, out var roles))
        {
            var up = timeline.PlanOf(participant, environment).ComesUp;
            return roles.All(up.ContainsKey) ? roles.Max(role => up[role]) : null;
        }

        var confirmed = _events[(participant, environment, step)].Where(entry => entry.Action == "confirm").ToList();
        var needed = ConfirmedByAll.GetValueOrDefault(step)?.Length ?? 1;
        return confirmed.Select(entry => entry.Actor).Distinct().Count() >= needed ? confirmed.Max(entry => entry.At) : null;
    }
}

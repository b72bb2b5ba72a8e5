namespace Rollout.Simulator;

public static class TimelineExtensions
{
    /// <summary>Works the scenario out. Costs a few milliseconds: ask once and keep it.</summary>
    public static ScenarioTimeline Timeline(this Scenario scenario)
    {
        var file = scenario.File;
        var calendar = new WorkCalendar(file.Calendar, file.Start.Offset);
        var people = new List<PersonEvent>();
        var plans = new List<EnvironmentPlan>();
        foreach (var pace in file.Paces)
            foreach (var participant in pace.Participants)
            {
                var diary = new ParticipantJourney(file, calendar, pace, participant).Run();
                people.AddRange(diary.People);
                plans.AddRange(file.Environments.Select(environment => PlanOf(file, diary, participant, environment)));
            }

        // Stable: what one participant does in one minute stays in the order in which it was written.
        return new ScenarioTimeline([.. people.OrderBy(entry => entry.At)], plans);
    }

    private static EnvironmentPlan PlanOf(ScenarioFile file, Diary diary, string participant, string environment)
    {
        var comesUp = Standing(file, environment, diary.ComesUp(environment));
        var faults = FaultForecast.Of(file, participant, environment, comesUp);
        return new EnvironmentPlan(participant, environment, comesUp, Standing(file, environment, diary.HandedOut(environment)), faults);
    }

    private static Dictionary<string, DateTimeOffset> Standing(ScenarioFile file, string environment, IReadOnlyDictionary<string, DateTimeOffset> services) =>
        services.Where(service => file.Roles.First(role => role.Key == service.Key).StandsIn(environment)).ToDictionary(StringComparer.Ordinal);
}

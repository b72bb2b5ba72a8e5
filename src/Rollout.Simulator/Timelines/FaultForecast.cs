namespace Rollout.Simulator;

/// <summary>The faults of a participant's environment: those told first, then those that chance brings.</summary>
internal static class FaultForecast
{
    private const int MonthDays = 30;

    /// <summary>A service just come up is left in peace until others have seen it work.</summary>
    private static readonly TimeSpan Peace = TimeSpan.FromDays(3);

    public static IReadOnlyList<FaultWindow> Of(
        ScenarioFile file, string participant, string environment, IReadOnlyDictionary<string, DateTimeOffset> comesUp) =>
    [
        .. Told(file, participant, environment),
        .. file.FaultRules.Where(rule => rule.Environments?.Contains(environment) != false)
            .SelectMany(rule => Drawn(file, rule, participant, environment))
            .Where(fault => Begins(fault.Role, comesUp) + Peace <= fault.From)
            .OrderBy(fault => fault.From),
    ];

    private static IEnumerable<FaultWindow> Told(ScenarioFile file, string participant, string environment) =>
        from outage in file.Outages
        where outage.Environments.Contains(environment)
            && (outage.Participants.Contains(participant) || outage.Participants.Contains(ScenarioFile.Everyone))
        select new FaultWindow(outage.Role, outage.Kind, outage.From, outage.Until, outage.Message, outage.Status, outage.Milliseconds, outage.Soap);

    private static IEnumerable<FaultWindow> Drawn(ScenarioFile file, FaultRule rule, string participant, string environment)
    {
        var random = StableRandom.For(file.Seed, participant, environment, "fault", rule.Key);
        for (var month = file.Start; month < file.End; month = month.AddDays(MonthDays))
        {
            // All is drawn before chance decides, so that a changed chance moves no other fault.
            var from = month.AddMinutes(random.Between(0, (MonthDays * 24 * 60) - 1));
            var until = from.AddMinutes(random.Between(rule.Hours.Least * 60, rule.Hours.Most * 60));
            var role = random.Pick(rule.Roles);
            var message = rule.Messages is { Count: > 0 } messages ? random.Pick(messages) : null;
            if (random.Chance(rule.PerMonth) && from < file.End)
                yield return new FaultWindow(role, rule.Kind, from, until, message, rule.Status, rule.Milliseconds, rule.Soap);
        }
    }

    private static DateTimeOffset? Begins(string role, IReadOnlyDictionary<string, DateTimeOffset> comesUp) =>
        role == ScenarioFile.Everyone ? comesUp.Values.Cast<DateTimeOffset?>().Min()
        : comesUp.TryGetValue(role, out var from) ? from : null;
}

namespace Rollout.Simulator;

/// <summary>What one participant does and runs, as it is being worked out. Nothing after the end of the scenario is kept.</summary>
internal sealed class Diary(DateTimeOffset end)
{
    private readonly List<PersonEvent> _people = [];
    private readonly Dictionary<(string Environment, string Role), (DateTimeOffset Up, DateTimeOffset HandedOut)> _services = [];

    public IReadOnlyList<PersonEvent> People => _people;

    public void Write(PersonEvent entry)
    {
        if (entry.At <= end) _people.Add(entry);
    }

    public void ComeUp(string environment, string role, DateTimeOffset up, DateTimeOffset handedOut)
    {
        if (up <= end) _services[(environment, role)] = (up, handedOut < up ? handedOut : up);
    }

    public IReadOnlyDictionary<string, DateTimeOffset> ComesUp(string environment) =>
        Of(environment).ToDictionary(service => service.Key.Role, service => service.Value.Up, StringComparer.Ordinal);

    public IReadOnlyDictionary<string, DateTimeOffset> HandedOut(string environment) =>
        Of(environment).ToDictionary(service => service.Key.Role, service => service.Value.HandedOut, StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<(string Environment, string Role), (DateTimeOffset Up, DateTimeOffset HandedOut)>> Of(string environment) =>
        _services.Where(service => service.Key.Environment == environment);
}

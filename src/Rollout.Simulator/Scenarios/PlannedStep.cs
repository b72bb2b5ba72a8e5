namespace Rollout.Simulator;

internal sealed record Part(string Key, IReadOnlyList<PlannedStep> Steps);

/// <summary>Without <paramref name="Confirm"/> the machine settles the step when it sees the services of <paramref name="Roles"/>;
/// those it <paramref name="Shows"/> come up with the report, so that no machine is there before it.</summary>
internal sealed record PlannedStep(
    string Key, ConfirmRule? Confirm = null, IReadOnlyList<string>? Roles = null, double Effort = 1,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Notes = null, IReadOnlyList<string>? Shows = null)
{
    /// <summary>All that can be seen once it is done.</summary>
    public IEnumerable<string> Visible => (Roles ?? []).Concat(Shows ?? []);
}

internal sealed record ConfirmRule(IReadOnlyList<string>? Any = null, IReadOnlyList<string>? All = null)
{
    public IReadOnlyList<string> Agencies => All ?? Any ?? [];
}

/// <summary>A part in an environment: what a participant works through as one piece.</summary>
internal sealed record Track(string Environment, string Part, DayRange GapDays, IReadOnlyList<string>? After = null)
{
    public string Key => $"{Environment}/{Part}";
}

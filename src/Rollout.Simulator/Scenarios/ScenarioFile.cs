namespace Rollout.Simulator;

/// <summary>The scenario file word for word; <see cref="Scenario"/> explains the format.</summary>
internal sealed record ScenarioFile(
    long Seed,
    DateTimeOffset Start,
    DateTimeOffset End,
    IReadOnlyList<string> Environments,
    WorkTime Calendar,
    IReadOnlyList<ServiceRole> Roles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> XRoadVersions,
    IReadOnlyList<Part> Parts,
    IReadOnlyList<Track> Tracks,
    ServiceOpening Service,
    IReadOnlyList<StartState> Starts,
    IReadOnlyList<PaceGroup> Paces,
    IReadOnlyList<BlockReason> Reasons,
    IReadOnlyList<Story> Stories,
    IReadOnlyList<FaultRule> FaultRules,
    IReadOnlyList<Outage> Outages,
    IReadOnlyList<string>? About = null)
{
    public const string Everyone = "*";

    public IEnumerable<PlannedStep> Steps => Parts.SelectMany(part => part.Steps);

    public Part PartOf(Track track) => Parts.First(part => part.Key == track.Part);

    public Story? StoryOf(string participant, string environment, string step) =>
        Stories.FirstOrDefault(story => story.Participant == participant && story.Environment == environment && story.Step == step);

    /// <summary>An explicit mention wins over "*".</summary>
    public string XRoadVersionOf(string participant) =>
        XRoadVersions.Where(version => version.Value.Contains(participant)).Select(version => version.Key).FirstOrDefault()
        ?? XRoadVersions.First(version => version.Value.Contains(Everyone)).Key;
}

/// <summary>Hours are local to the scenario's start; people do nothing outside of them.</summary>
internal sealed record WorkTime(int Opens, int Closes, IReadOnlyList<DayOfWeek> Weekend, IReadOnlyList<DateOnly> Holidays);

/// <summary>Which tracks were done or begun before the scenario starts.</summary>
internal sealed record StartState(
    IReadOnlyList<string> Participants, IReadOnlyList<string>? Done = null, IReadOnlyList<string>? Begun = null, bool ServiceOpen = false);

internal sealed record ServiceOpening(
    string After, string Environment, string By, DayRange GapDays, IReadOnlyList<string> Notes, IReadOnlyList<Interruption> Interruptions);

internal sealed record Interruption(string Participant, DateTimeOffset From, DateTimeOffset Until, string Note, string Resolved);

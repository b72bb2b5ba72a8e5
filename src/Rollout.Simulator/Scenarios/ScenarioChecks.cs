using System.Text.RegularExpressions;

namespace Rollout.Simulator;

/// <summary>What a well-formed file can still get wrong: words that nothing declares, times in the wrong order.</summary>
internal static partial class ScenarioChecks
{
    public static IEnumerable<string> Mistakes(ScenarioFile file) =>
    [
        .. Frame(file),
        .. Roles(file),
        .. Tracks(file),
        .. Paces(file),
        .. Stories(file),
        .. Faults(file),
    ];

    private static IEnumerable<string> Frame(ScenarioFile file)
    {
        if (file.Start >= file.End) yield return "end must lie after start";
        if (file.Calendar.Opens is < 0 || file.Calendar.Closes > 24 || file.Calendar.Opens >= file.Calendar.Closes)
            yield return "calendar: opens and closes are hours of a day, in order";
        if (file.Calendar.Weekend.Distinct().Count() > 6) yield return "calendar: no working day is left";
        if (!file.XRoadVersions.Values.Any(participants => participants.Contains(ScenarioFile.Everyone)))
            yield return "xRoadVersions: one version must name \"*\"";
        foreach (var version in file.XRoadVersions.Keys.Where(version => !VersionForm().IsMatch(version)))
            yield return $"xRoadVersions: {version} is not a version such as 7.8";
        var versioned = file.XRoadVersions.Values.SelectMany(participants => participants);
        foreach (var mistake in Unknown("xRoadVersions", versioned, [.. Participants(file), ScenarioFile.Everyone]))
            yield return mistake;
        foreach (var mistake in Twice("environments", file.Environments)) yield return mistake;
    }

    private static IEnumerable<string> Roles(ScenarioFile file)
    {
        foreach (var mistake in Twice("roles", file.Roles.Select(role => role.Key))) yield return mistake;
        foreach (var role in file.Roles.Where(role => role.Kind == RoleKind.Http && (role.Path?.StartsWith('/') != true || role.Body is null)))
            yield return $"roles: {role.Key} needs a path that begins with / and a body";
        foreach (var role in file.Roles.Where(role => role.Kind == RoleKind.Dossier && role.Path?.StartsWith('/') != true))
            yield return $"roles: {role.Key} needs a path that begins with /";
        foreach (var mistake in Unknown("roles: environments", file.Roles.SelectMany(role => role.Environments ?? []), file.Environments))
            yield return mistake;
        foreach (var role in file.Roles.Where(role => role.Kind == RoleKind.XRoad))
            if (role.XRoad is null || !file.Environments.All(role.XRoad.Instances.ContainsKey))
                yield return $"roles: {role.Key} needs xRoad with an instance for every environment";
        foreach (var mistake in Twice("steps", file.Steps.Select(step => step.Key))) yield return mistake;
        foreach (var mistake in Twice("steps: roles", file.Steps.SelectMany(step => step.Visible))) yield return mistake;
        foreach (var mistake in Unknown("steps: roles", file.Steps.SelectMany(step => step.Visible), file.Roles.Select(role => role.Key)))
            yield return mistake;
        foreach (var step in file.Steps)
        {
            if (step.Confirm is { } confirm && (confirm.Agencies.Count == 0 || (confirm.Any is not null && confirm.All is not null)))
                yield return $"steps: {step.Key} confirm names agencies either as any or as all";
            if (step.Confirm is null && step.Roles is not { Count: > 0 })
                yield return $"steps: {step.Key} is settled by nothing, neither confirm nor roles";
        }
    }

    private static IEnumerable<string> Tracks(ScenarioFile file)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var track in file.Tracks)
        {
            foreach (var mistake in Unknown($"tracks: {track.Key} after", track.After ?? [], earlier)) yield return mistake + " (before it)";
            if (!earlier.Add(track.Key)) yield return $"tracks: {track.Key} stands twice";
        }

        foreach (var mistake in Unknown("tracks", file.Tracks.Select(track => track.Environment), file.Environments)) yield return mistake;
        foreach (var mistake in Unknown("tracks", file.Tracks.Select(track => track.Part), file.Parts.Select(part => part.Key))) yield return mistake;
        foreach (var mistake in Unknown("service", [file.Service.After], earlier)) yield return mistake;
        foreach (var mistake in Unknown("service", [file.Service.Environment], file.Environments)) yield return mistake;
        var starts = file.Starts.SelectMany(start => (start.Done ?? []).Concat(start.Begun ?? []));
        foreach (var mistake in Unknown("starts", starts, earlier)) yield return mistake;
        foreach (var mistake in Unknown("starts", file.Starts.SelectMany(start => start.Participants), Participants(file))) yield return mistake;
    }

    private static IEnumerable<string> Paces(ScenarioFile file)
    {
        foreach (var mistake in Twice("paces: participants", Participants(file))) yield return mistake;
        var tracks = file.Tracks.Select(track => track.Key).ToList();
        foreach (var pace in file.Paces)
            foreach (var mistake in Unknown($"paces: {pace.Key}", (pace.Begin?.Keys ?? []).Concat(pace.Then ?? []), tracks))
                yield return mistake;
        foreach (var pace in file.Paces.Where(pace => pace.StallChance > 0 && pace.StallDays is null))
            yield return $"paces: {pace.Key} has a stallChance and no stallDays";
        foreach (var mistake in Twice("reasons", file.Reasons.Select(reason => reason.Key))) yield return mistake;
        foreach (var mistake in Unknown("reasons", file.Reasons.SelectMany(reason => reason.Steps), file.Steps.Select(step => step.Key)))
            yield return mistake;
    }

    private static IEnumerable<string> Stories(ScenarioFile file)
    {
        foreach (var mistake in Unknown("stories", file.Stories.Select(story => story.Participant), Participants(file))) yield return mistake;
        foreach (var mistake in Unknown("stories", file.Stories.Select(story => story.Environment), file.Environments)) yield return mistake;
        foreach (var mistake in Unknown("stories", file.Stories.Select(story => story.Step), file.Steps.Select(step => step.Key)))
            yield return mistake;
        var reasons = file.Stories.Where(story => story.Block is not null).Select(story => story.Block!.Reason);
        foreach (var mistake in Unknown("stories", reasons, file.Reasons.Select(reason => reason.Key))) yield return mistake;
        var cells = file.Stories.Select(story => $"{story.Participant} {story.Environment} {story.Step}");
        foreach (var mistake in Twice("stories", cells)) yield return mistake;
        var interrupted = file.Service.Interruptions.Select(interruption => interruption.Participant);
        foreach (var mistake in Unknown("service: interruptions", interrupted, Participants(file))) yield return mistake;
    }

    private static IEnumerable<string> Faults(ScenarioFile file)
    {
        string[] roles = [ScenarioFile.Everyone, .. file.Roles.Select(role => role.Key)];
        foreach (var mistake in Twice("faultRules", file.FaultRules.Select(rule => rule.Key))) yield return mistake;
        foreach (var mistake in Unknown("faultRules", file.FaultRules.SelectMany(rule => rule.Roles), roles)) yield return mistake;
        foreach (var mistake in Unknown("faultRules", file.FaultRules.SelectMany(rule => rule.Environments ?? []), file.Environments))
            yield return mistake;
        foreach (var mistake in Unknown("outages", file.Outages.Select(outage => outage.Role), roles)) yield return mistake;
        foreach (var mistake in Unknown("outages", file.Outages.SelectMany(outage => outage.Environments), file.Environments)) yield return mistake;
        var hit = file.Outages.SelectMany(outage => outage.Participants);
        foreach (var mistake in Unknown("outages", hit, [.. Participants(file), ScenarioFile.Everyone])) yield return mistake;
        foreach (var outage in file.Outages.Where(outage => outage.From >= outage.Until))
            yield return $"outages: {outage.Kind} of {outage.Role} from {outage.From:O} ends before it begins";
    }

    private static IEnumerable<string> Participants(ScenarioFile file) => file.Paces.SelectMany(pace => pace.Participants);

    private static IEnumerable<string> Unknown(string where, IEnumerable<string> words, IEnumerable<string> known) =>
        words.Except(known, StringComparer.Ordinal).Select(word => $"{where}: {word} is not declared");

    private static IEnumerable<string> Twice(string where, IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => $"{where}: {same.Key} stands twice");

    [GeneratedRegex(@"^\d+\.\d+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionForm();
}

namespace Rollout.Simulator;

/// <summary>How fast a group of participants goes, and how far.</summary>
internal sealed record PaceGroup(
    string Key,
    IReadOnlyList<string> Participants,
    DayRange WorkDays,
    DayRange ConfirmDays,
    IReadOnlyDictionary<string, DateRange>? Begin = null,
    IReadOnlyList<string>? Then = null,
    double StallChance = 0,
    DayRange? StallDays = null,
    double ReturnChance = 0)
{
    public bool Takes(string track) => Begin?.ContainsKey(track) == true || Then?.Contains(track) == true;
}

/// <summary>Something that holds a step up.</summary>
internal sealed record BlockReason(string Key, string Kind, string On, IReadOnlyList<string> Steps, string Note, string Resolved);

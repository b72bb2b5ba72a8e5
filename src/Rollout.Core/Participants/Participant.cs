using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>Who connects: a province, a ministry or a company.</summary>
/// <param name="Id">Set and code.</param>
/// <param name="Name">The name as official lists print it; with names by date the first, under which it stands in the official order for good.</param>
/// <param name="Kind">What it is, in the language of the data (tỉnh, thành phố).</param>
/// <param name="Region">The region it is counted in; empty where regions say nothing.</param>
/// <param name="Aliases">Other spellings that documents use for it.</param>
/// <param name="Successor">Code of the participant of the next set that took it over, if any.</param>
public sealed record Participant(ParticipantId Id, string Name, string Kind, string Region, ImmutableArray<string> Aliases, string? Successor)
{
    /// <summary>Code within the set.</summary>
    public string Code => Id.Code;

    /// <summary>The first day it existed; null from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The names and kinds it took later, oldest first.</summary>
    public ImmutableArray<ParticipantName> Later { get; init; } = [];

    /// <summary>Whom of an earlier set it took over; null when nobody.</summary>
    public ParticipantParts? Parts { get; init; }

    /// <summary>The name it bears on a day; the first one for earlier days.</summary>
    public string NameOn(DateOnly day) => LaterOn(day)?.Name ?? Name;

    /// <summary>What it is on a day; the first kind for earlier days.</summary>
    public string KindOn(DateOnly day) => LaterOn(day)?.Kind ?? Kind;

    /// <summary>The participant as a day calls it, for good: its other names stay as aliases.</summary>
    public Participant On(DateOnly day) => LaterOn(day) is not { } called ? this : this with
    {
        Name = called.Name,
        Kind = called.Kind,
        Later = [],
        Aliases = [.. Aliases, .. Later.Select(n => n.Name).Prepend(Name).Where(n => n != called.Name).Distinct(StringComparer.Ordinal)],
    };

    private ParticipantName? LaterOn(DateOnly day) => Later.LastOrDefault(n => n.From <= day);
}

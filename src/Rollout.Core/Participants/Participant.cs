using System.Collections.Immutable;

namespace Rollout.Core.Participants;

/// <summary>Who connects: a province, later also a ministry or a company.</summary>
/// <param name="Id">Set and code.</param>
/// <param name="Name">The name as official lists print it.</param>
/// <param name="Kind">What it is, in the language of the data (tỉnh, thành phố).</param>
/// <param name="Region">The region it is counted in; empty where regions say nothing.</param>
/// <param name="Aliases">Other spellings that documents use for it.</param>
/// <param name="Successor">Code of the participant of the next set that took it over, if any.</param>
public sealed record Participant(ParticipantId Id, string Name, string Kind, string Region, ImmutableArray<string> Aliases, string? Successor)
{
    /// <summary>Code within the set.</summary>
    public string Code => Id.Code;
}

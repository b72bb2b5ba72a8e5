using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Incidents;

/// <summary>A failure of a shared part: one for all whom it touches (rule 4 of product.md). While it is open nobody's streak moves by it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Programme">Key of the programme.</param>
/// <param name="Part">What failed.</param>
/// <param name="Code">The reason that most showed when it was opened.</param>
/// <param name="Detail">What one of them showed.</param>
/// <param name="OpenedAt">Since when, on the domain clock.</param>
/// <param name="ClosedAt">Until when; null while it is open.</param>
/// <param name="Touched">Everyone it touched, in the order in which they showed it.</param>
public sealed record Incident(
    long Id, string Programme, SharedPart Part, string Code, string Detail, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, ImmutableArray<ParticipantId> Touched);

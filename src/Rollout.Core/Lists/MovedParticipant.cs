using System.Collections.Immutable;
using Rollout.Core.Participants;

namespace Rollout.Core.Lists;

/// <summary>A participant whose steps moved between two readings.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Steps">The steps that moved, in order.</param>
/// <param name="IsListed">Whether it joined or left some row by it.</param>
public sealed record MovedParticipant(Participant Participant, ImmutableArray<MovedStep> Steps, bool IsListed);

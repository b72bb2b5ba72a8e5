using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Core.Boards;

/// <summary>One thing that wants an eye, with what explains it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Step">Which step.</param>
/// <param name="Cell">The cell.</param>
/// <param name="WaitsOn">Who must act next: <c>participant</c> or agency keys.</param>
/// <param name="Since">Since when.</param>
public sealed record AttentionItem(
    AttentionKind Kind, Participant Participant, StepDefinition Step, StepState Cell, ImmutableArray<string> WaitsOn, DateTimeOffset Since);

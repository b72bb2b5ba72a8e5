using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>What test minutes are filled with.</summary>
/// <param name="Participant">Whose test.</param>
/// <param name="Phase">In which environment.</param>
/// <param name="Step">Of which step.</param>
/// <param name="AsOf">The instant of the state.</param>
/// <param name="WithAddresses">Whether the reader may see where was looked.</param>
/// <param name="Results">What the checks saw, oldest first.</param>
/// <param name="Statements">Who reported and confirmed, oldest first.</param>
public sealed record MinutesFacts(
    Participant Participant, Phase Phase, StepDefinition Step, DateTimeOffset AsOf, bool WithAddresses, ImmutableArray<MinutesResult> Results,
    ImmutableArray<MinutesStatement> Statements);

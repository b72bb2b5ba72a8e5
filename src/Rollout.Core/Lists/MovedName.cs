using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;

namespace Rollout.Core.Lists;

/// <summary>A name that joined or left a row, with what explains it.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="Entries">
/// The changes of status of the steps, and in the parts of the systems, and the figures that the row's rule speaks of; where there are none, the sources by which the row became
/// known. Empty where only the programme's own beginning made it known.
/// </param>
public sealed record MovedName(Participant Participant, ImmutableArray<LedgerEntry> Entries);

using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A numbered row of the status lists (Appendix I): its title and its rule.</summary>
/// <param name="Number">Row number.</param>
/// <param name="Title">The title as the letter prints it.</param>
/// <param name="Where">The rule: for each system named, the statuses of which the participant must have one. All must hold.</param>
public sealed record StatusListDefinition(int Number, LocalizedText Title, FrozenDictionary<string, ImmutableArray<ConnectionStatus>> Where);

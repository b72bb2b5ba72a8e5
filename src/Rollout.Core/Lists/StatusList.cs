using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Lists;

/// <summary>A numbered row of Appendix I with the names its rule gives. The count is the number of names, never typed.</summary>
/// <param name="Definition">Number, title and rule.</param>
/// <param name="Participants">Those to whom the rule applies, in official order.</param>
public sealed record StatusList(StatusListDefinition Definition, ImmutableArray<Participant> Participants)
{
    /// <summary>How many.</summary>
    public int Count => Participants.Length;

    /// <summary>Whether of nobody it is known if the rule applies: then that there are none would say what nobody has said.</summary>
    public bool NothingKnown { get; init; }
}

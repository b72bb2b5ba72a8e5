using System.Collections.Immutable;
using Rollout.Core.Steps;

namespace Rollout.Core.Publications;

/// <summary>What the rules say to a command: what happens, to which publications, or why not.</summary>
public abstract record PublicationDecision
{
    private PublicationDecision() { }

    /// <summary>It happens.</summary>
    /// <param name="Events">To the publication that was meant (id null: to it), and to others.</param>
    public sealed record Accepted(ImmutableArray<(long? Id, PublicationEvent Event)> Events) : PublicationDecision;

    /// <summary>It does not happen.</summary>
    /// <param name="Refusal">Why, and what would satisfy the rule.</param>
    public sealed record Refused(Refusal Refusal) : PublicationDecision;
}

using Rollout.Core.Participants;

namespace Rollout.Core.Steps;

/// <summary>Who does something, as the ledger remembers it.</summary>
/// <param name="Kind">In which capacity.</param>
/// <param name="Name">The account, probe or file; a person's name stays in the accounts.</param>
/// <param name="Agency">The agency acted for: of agencies and monitors.</param>
/// <param name="Participant">The participant acted for: of contacts.</param>
/// <param name="Office">The office within it, as documents print it.</param>
public sealed record Actor(ActorKind Kind, string Name, string? Agency = null, ParticipantId? Participant = null, string? Office = null)
{
    /// <summary>A probe as actor.</summary>
    public static Actor Probe(string probe) => new(ActorKind.Probe, probe);

    /// <summary>An import as actor.</summary>
    public static Actor Import(string file) => new(ActorKind.Import, file);

    /// <summary>What may be shown of the actor to those who may not see people's names: the organisation, or the program's part.</summary>
    public string PublicName => Agency ?? Participant?.ToString() ?? (Kind is ActorKind.Probe or ActorKind.Import ? Name : "");
}

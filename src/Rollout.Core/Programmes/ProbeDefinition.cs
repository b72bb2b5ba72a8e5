using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>A check as the programme declares it; it runs against each participant's target of its role.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Role">The role of the targets it looks at.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Headers">Headers to send; a value <c>secret:NAME</c> is taken from the secrets of the installation.</param>
/// <param name="Conditions">What the answer must satisfy; when empty the kind's own default holds.</param>
/// <param name="Services">X-Road: service codes that must be listed.</param>
/// <param name="Client">X-Road: as which client we call, from the system's declaration.</param>
/// <param name="Via">Key of the agency whose gateway our call passes first, or null when it is our own network.</param>
/// <param name="Owner">Key of the agency whose system stands behind the call, for faults on the central side; null when there is none.</param>
/// <param name="Phases">The phases in which it may run; never elsewhere.</param>
/// <param name="Timeout">Real time after which an unanswered check has failed.</param>
public sealed record ProbeDefinition(
    string Key, ProbeKind Kind, string Role, string Method, FrozenDictionary<string, string> Headers, ImmutableArray<Condition> Conditions,
    ImmutableArray<string> Services, string? Client, string? Via, string? Owner, ImmutableArray<string> Phases, TimeSpan Timeout)
{
    /// <summary>Its own thresholds and interval; those of the programme where it says nothing else.</summary>
    public VerificationPolicy Policy { get; init; } = VerificationPolicy.Usual;

    /// <summary>The body to send, or of a dossier what is submitted; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Key of the connected system that it is for; null when of none.</summary>
    public string? SystemKey { get; init; }

    /// <summary>Key of the agency that keeps the registry of who may talk to whom; null when the system has none.</summary>
    public string? Registry { get; init; }

    /// <summary>X-Road: which list must hold the services.</summary>
    public ServiceListing Listing { get; init; }

    /// <summary>X-Road: whether its targets are health ports of Security Servers rather than providers.</summary>
    public bool Health { get; init; }

    /// <summary>Dossier: which leg of the round trip is its evidence; null of other kinds.</summary>
    public DossierLeg? Leg { get; init; }
}

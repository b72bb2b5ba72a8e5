using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Storage.Ledgers;

/// <summary>Which entries of a programme's ledger are wanted; what is null or empty limits nothing.</summary>
/// <param name="Programme">Key of the programme.</param>
public sealed record ActivityFilter(string Programme)
{
    /// <summary>Whose.</summary>
    public ParticipantId? Participant { get; init; }

    /// <summary>The only participants whose entries may be read at all; empty for everybody's.</summary>
    public ImmutableArray<ParticipantId> Only { get; init; } = [];

    /// <summary>Key of a phase.</summary>
    public string? Phase { get; init; }

    /// <summary>Number of a step.</summary>
    public string? Step { get; init; }

    /// <summary>Name of the account or key that acted.</summary>
    public string? ActorName { get; init; }

    /// <summary>Key of the agency that acted.</summary>
    public string? Agency { get; init; }

    /// <summary>The office that acted, as it was printed.</summary>
    public string? Office { get; init; }

    /// <summary>What it rests on.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The kind's word (see <see cref="Core.Ledger.EventFields"/>).</summary>
    public string? Kind { get; init; }

    /// <summary>Holding since this instant or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Holding since this instant or earlier.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Written by this instant.</summary>
    public DateTimeOffset? KnownOn { get; init; }
}

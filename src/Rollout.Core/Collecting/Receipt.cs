using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Collecting;

/// <summary>A report of a participant in one of its copies.</summary>
/// <param name="Participant">Whose.</param>
/// <param name="State">Where it stands.</param>
/// <param name="On">The day on which the last of it came; null while it is not here.</param>
/// <param name="Days">How many working days late: it came, or it is still missing.</param>
/// <param name="Open">The steps that are still missing.</param>
public sealed record Receipt(Participant Participant, ReceiptState State, DateOnly? On, int Days, ImmutableArray<string> Open)
{
    /// <summary>How exactly <see cref="On"/> is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>A source names it as received by <see cref="On"/>; since when, it does not say.</summary>
    public bool Published { get; init; }

    /// <summary>Some of its steps came, others did not.</summary>
    public bool Begun { get; init; }

    /// <summary>Every step of it was confirmed.</summary>
    public bool Confirmed { get; init; }

    /// <summary>How many files came with it.</summary>
    public int Files { get; init; }

    /// <summary>The figures that belong to it, by measure, of the latest period of each; null where the participant has none.</summary>
    public ImmutableArray<KeyValuePair<string, decimal?>> Figures { get; init; } = [];

    /// <summary>Whether it is here.</summary>
    public bool IsHere => State is ReceiptState.Received or ReceiptState.Late or ReceiptState.NotDated;

    /// <summary>Whether it is known not to be here.</summary>
    public bool IsMissing => State is ReceiptState.Missing or ReceiptState.Overdue;
}

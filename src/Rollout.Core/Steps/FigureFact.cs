using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>What is said of one measure and period of a participant, and since when.</summary>
/// <param name="Value">The figure; null once it was withdrawn, which is no figure and never zero.</param>
/// <param name="Since">Since when it is said.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="By">Who says it.</param>
/// <param name="Version">How many entries there are of this measure and period.</param>
/// <param name="LastSeq">The latest of them.</param>
public sealed record FigureFact(decimal? Value, DateTimeOffset Since, Basis Basis, Actor By, int Version, long LastSeq)
{
    /// <summary>How exactly <see cref="Since"/> is known.</summary>
    public DatePrecision Precision { get; init; }

    /// <summary>The document it rests on, if any.</summary>
    public DocumentReference? Document { get; init; }
}

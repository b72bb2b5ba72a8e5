using Rollout.Core.Calendar;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>
/// What a document says of the whole, without names: "43/63 tỉnh đã kết nối". It is never filled in from the ledger and never derived; what is
/// counted here stands beside it, and where both differ, that is shown.
/// </summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">What it says.</param>
/// <param name="Value">The number, in the unit of what stands beside it.</param>
/// <param name="AsOf">Of when, as exact as the source.</param>
/// <param name="Source">Key of the document.</param>
public sealed record PublishedFigure(string Key, LocalizedText Title, decimal Value, PartialDate AsOf, string Source)
{
    /// <summary>Out of how many ("43/63"); null where nothing is said.</summary>
    public decimal? OutOf { get; init; }

    /// <summary>The source says "hơn": the true number is no less.</summary>
    public bool OrMore { get; init; }

    /// <summary>Of what it is a number; null where the title says it.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>What is counted here and stands beside it; null where nothing does.</summary>
    public BesideCount? Beside { get; init; }
}

using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>That a programme collects reports: which letter asks for them, which they are, and how it reminds.</summary>
/// <param name="Request">Key of the document that asks.</param>
/// <param name="Reports">The reports; each is received once a phase, so that an electronic copy and the paper after it are two receipts.</param>
/// <param name="Letter">The words of the letter that reminds, or null when it writes none.</param>
public sealed record CollectionForm(string Request, ImmutableArray<CollectedReport> Reports, CollectionLetter? Letter)
{
    /// <summary>The report with a key; null when there is none.</summary>
    public CollectedReport? Find(string? key) => Reports.FirstOrDefault(r => r.Key == key);
}

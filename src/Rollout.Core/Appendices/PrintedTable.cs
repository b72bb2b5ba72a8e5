using System.Collections.Immutable;

namespace Rollout.Core.Appendices;

/// <summary>A table as it was found.</summary>
/// <param name="Rows">Its rows.</param>
public sealed record PrintedTable(ImmutableArray<PrintedLine> Rows);

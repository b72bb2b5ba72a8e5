using System.Collections.Immutable;

namespace Rollout.Core.Programmes;

/// <summary>A published state from which the ledger starts.</summary>
/// <param name="File">File name in the programme's folder.</param>
/// <param name="Phases">Phases that it speaks of.</param>
/// <param name="At">Since when it holds.</param>
/// <param name="Precision">How exactly it says so.</param>
/// <param name="Source">Key of the source document.</param>
public sealed record BaselineSource(string File, ImmutableArray<string> Phases, DateTimeOffset At, DatePrecision Precision, string Source);

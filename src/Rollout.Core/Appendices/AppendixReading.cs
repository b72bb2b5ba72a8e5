using System.Collections.Immutable;
using Rollout.Core.Baselines;

namespace Rollout.Core.Appendices;

/// <summary>An appendix, read.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="FromTable">Whether places are rows of a table; otherwise they are lines of a text.</param>
/// <param name="Rows">The rows of the programme's lists and those it does not have, in order.</param>
/// <param name="Mistakes">Every mistake, those of the rows included.</param>
/// <param name="State">What it says, when there is no mistake.</param>
/// <param name="Dated">Of when it says it is.</param>
/// <param name="Letter">Number and sign of the letter it went with.</param>
public sealed record AppendixReading(
    string Name, bool FromTable, ImmutableArray<AppendixRow> Rows, ImmutableArray<RowMistake> Mistakes, PublishedState? State, StatedDate? Dated, string? Letter);

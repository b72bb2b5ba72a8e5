using System.Collections.Immutable;
using Rollout.Core.Baselines;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Web.Appendices;

/// <summary>What came of an import.</summary>
/// <param name="Refusal">Why nothing was written; null when it was.</param>
/// <param name="Mistakes">The appendix's mistakes; then nothing was written.</param>
/// <param name="Changed">What came out otherwise than when it was compared; then nothing was written.</param>
/// <param name="Written">Entries written.</param>
/// <param name="Already">What was so already.</param>
/// <param name="Left">Cells with a later entry, left as they are.</param>
/// <param name="Source">The name under which the ledger has it.</param>
public sealed record AppendixOutcome(
    Refusal? Refusal, ImmutableArray<RowMistake> Mistakes, ImmutableArray<MovedCell> Changed, int Written, int Already,
    ImmutableArray<(StepKey Key, Message Why)> Left, string Source)
{
    /// <summary>Nothing was written.</summary>
    public static AppendixOutcome Refused(Refusal refusal) => new(refusal, [], [], 0, 0, [], "");
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of a report of what moved between two readings, as the programme's documents put them.</summary>
/// <param name="Title">The title, in capitals.</param>
/// <param name="Period">"From {0} to {1}".</param>
/// <param name="Known">"As known on {0}", behind an instant that is read as it was known at another.</param>
/// <param name="Lists">The head of the rows.</param>
/// <param name="Joined">"Joined: {0}".</param>
/// <param name="Left">"Left: {0}".</param>
/// <param name="Steps">The head of the steps behind them.</param>
/// <param name="Unlisted">The head of the steps of those who changed no row.</param>
/// <param name="Became">"{0} to {1}".</param>
/// <param name="None">What stands there when nothing moved.</param>
/// <param name="ListColumns">Five heads: number, content, before, after, what moved.</param>
/// <param name="StepColumns">Five heads: who, step, change, since, on what it rests and by whom.</param>
/// <param name="Statuses">The words of every status, and of <see cref="Unknown"/>.</param>
/// <param name="Bases">The words of every basis.</param>
public sealed record ChangesForm(
    LocalizedText Title, LocalizedText Period, LocalizedText Known, LocalizedText Lists, LocalizedText Joined, LocalizedText Left, LocalizedText Steps, LocalizedText Unlisted,
    LocalizedText Became, LocalizedText None, ImmutableArray<LocalizedText> ListColumns, ImmutableArray<LocalizedText> StepColumns,
    FrozenDictionary<string, LocalizedText> Statuses, FrozenDictionary<string, LocalizedText> Bases)
{
    /// <summary>The key under which the word for what nobody has said yet stands among the statuses.</summary>
    public const string Unknown = "unknown";
}

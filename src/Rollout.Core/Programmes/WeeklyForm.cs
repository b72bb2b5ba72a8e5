using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The words of the page for the weekly meeting.</summary>
/// <param name="Title">The title, in capitals.</param>
/// <param name="SinceLetter">"From {0} ({1}) to {2}", when it is counted from a document.</param>
/// <param name="SinceDay">"From {0} to {1}".</param>
/// <param name="Numbers">The head of the numbers.</param>
/// <param name="Interrupted">What stands before the number of interrupted services.</param>
/// <param name="Completed">The head of who completed a system: "… {0}".</param>
/// <param name="Backwards">The head of what went backwards.</param>
/// <param name="Obstacles">The head of what was newly said to block.</param>
/// <param name="Opened">The head of services that opened.</param>
/// <param name="Stopped">The head of services that were interrupted.</param>
/// <param name="Waits">The head of who must act.</param>
/// <param name="WaitsOn">"Waits on {0}".</param>
/// <param name="None">What stands where there is nothing.</param>
/// <param name="More">"and {0} more".</param>
/// <param name="Days">"{0} days".</param>
/// <param name="NumberColumns">Four heads: content, then, now, difference.</param>
/// <param name="WaitColumns">Four heads: who, waiting, overdue, longest.</param>
public sealed record WeeklyForm(
    LocalizedText Title, LocalizedText SinceLetter, LocalizedText SinceDay, LocalizedText Numbers, LocalizedText Interrupted, LocalizedText Completed, LocalizedText Backwards,
    LocalizedText Obstacles, LocalizedText Opened, LocalizedText Stopped, LocalizedText Waits, LocalizedText WaitsOn, LocalizedText None, LocalizedText More, LocalizedText Days,
    ImmutableArray<LocalizedText> NumberColumns, ImmutableArray<LocalizedText> WaitColumns);

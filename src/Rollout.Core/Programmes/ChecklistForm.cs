using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>How a participant's checklist is headed in print (Appendix II with its states).</summary>
/// <param name="Name">"Phụ lục II".</param>
/// <param name="Title">The title, in capitals as the file has it.</param>
/// <param name="IssuedWith">The line in brackets under the title, its blanks left blank.</param>
/// <param name="State">Whose state, of which phase, as of when: <c>{participant} {phase} {asOf}</c>.</param>
/// <param name="Columns">Six heads: step, content, status, since, basis, who must act.</param>
public sealed record ChecklistForm(LocalizedText Name, LocalizedText Title, LocalizedText IssuedWith, LocalizedText State, ImmutableArray<LocalizedText> Columns)
{
    /// <summary>How many heads there are.</summary>
    public const int Heads = 6;
}

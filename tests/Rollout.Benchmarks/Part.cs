using Rollout.Core.Steps;

namespace Rollout.Benchmarks;

/// <summary>What one of the people is to do: who, in whose name, on which cell, and the two statuses they go to in turns.</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">Its mandate as a word.</param>
/// <param name="Cell">The cell, nobody else's.</param>
/// <param name="Version">The cell's version as it stands.</param>
/// <param name="First">The status gone to first; null for somebody who comments.</param>
/// <param name="Noted">Whether a change needs a reason.</param>
internal sealed record Part(string Name, string Role, StepKey Cell, int Version, StepStatus? First, bool Noted);

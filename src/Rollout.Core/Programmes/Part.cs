using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A numbered part of the checklist (mục of Appendix II).</summary>
/// <param name="Key">Its number.</param>
/// <param name="Title">Official title.</param>
/// <param name="Short">Short title for table heads.</param>
/// <param name="System">The system it connects to; null for an end-to-end part, which is gated by all of the phase before.</param>
/// <param name="Steps">Its steps in order.</param>
public sealed record Part(string Key, LocalizedText Title, LocalizedText Short, string? System, ImmutableArray<StepDefinition> Steps);

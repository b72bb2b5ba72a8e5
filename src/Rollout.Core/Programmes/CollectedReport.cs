using System.Collections.Immutable;
using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A report that a letter asks of every participant: one step or several, handed in once each of them that concerns the participant is reported.</summary>
/// <param name="Key">Key by which addresses name it.</param>
/// <param name="Title">What it is, in full.</param>
/// <param name="Short">The same for switches and heads of columns.</param>
/// <param name="Steps">Its steps, in the order of the file.</param>
/// <param name="Measures">The measures whose figures belong to it; they are shown beside it and make it neither late nor missing.</param>
public sealed record CollectedReport(string Key, LocalizedText Title, LocalizedText Short, ImmutableArray<string> Steps, ImmutableArray<string> Measures);

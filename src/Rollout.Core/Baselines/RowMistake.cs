using Rollout.Core.Wording;

namespace Rollout.Core.Baselines;

/// <summary>A mistake in a published list.</summary>
/// <param name="Row">Number of the list's row; 0 when the whole is meant.</param>
/// <param name="Line">Line of the text, or row of the table, from 1; 0 when it is not one place.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RowMistake(int Row, int Line, Message Message);

using Rollout.Core.Wording;

namespace Rollout.Core.Verification;

/// <summary>What is wrong with an address that somebody wrote down.</summary>
/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Field">The field to mend: <c>phase</c>, <c>role</c> or <c>url</c>.</param>
/// <param name="Message">Why, and what would be right.</param>
public sealed record TargetMistake(int Index, string Field, Message Message);

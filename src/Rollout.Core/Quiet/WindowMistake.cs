using Rollout.Core.Wording;

namespace Rollout.Core.Quiet;

/// <summary>What is wrong with a maintenance window that somebody wrote down.</summary>
/// <param name="Field">The field to mend, as the API spells it.</param>
/// <param name="Message">Why, and what would be right.</param>
public sealed record WindowMistake(string Field, Message Message);

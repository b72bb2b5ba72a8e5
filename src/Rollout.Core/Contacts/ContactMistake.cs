using Rollout.Core.Wording;

namespace Rollout.Core.Contacts;

/// <summary>What is wrong in a list of contacts.</summary>
/// <param name="Index">Place of the line, from 0; -1 when it is the list as a whole.</param>
/// <param name="Field">Which field, as the API spells it.</param>
/// <param name="Message">Why, and what would be right.</param>
public sealed record ContactMistake(int Index, string Field, Message Message);

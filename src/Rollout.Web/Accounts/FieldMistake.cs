using Rollout.Core.Wording;

namespace Rollout.Web.Accounts;

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="Field">Name of the field; empty when it is about the whole form.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record FieldMistake(string Field, Message Message);

using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>A row as a publication prints it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Names">Its names in official order; their number is what the row counts.</param>
/// <param name="Extra">Whether the drafter added it for names that stand in no other.</param>
public sealed record PublishedRow(int Number, string Title, ValueList<PublishedName> Names, bool Extra);

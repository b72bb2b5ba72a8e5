using Rollout.Core.Wording;

namespace Rollout.Core.Publications;

/// <summary>What a drafter decides; the rest follows from the board.</summary>
/// <param name="Phase">Key of the phase.</param>
/// <param name="AsOf">The instant whose state is printed; null for the moment of submission.</param>
/// <param name="Placings">Where names that stand in no row are told.</param>
/// <param name="Remarks">Further notes under the table, in order.</param>
/// <param name="Supersedes">The issued publication that this one is to replace, if any.</param>
public sealed record PublicationPlan(string Phase, DateTimeOffset? AsOf, ValueList<Placing> Placings, ValueList<string> Remarks, long? Supersedes);

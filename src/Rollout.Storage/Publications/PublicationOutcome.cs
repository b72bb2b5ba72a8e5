using Rollout.Core.Publications;
using Rollout.Core.Steps;

namespace Rollout.Storage.Publications;

/// <summary>What came of a command.</summary>
/// <param name="Publication">The publication as it is now; null when there is none, or it was refused before it began.</param>
/// <param name="Refusal">Why it was refused; null when it was not.</param>
public sealed record PublicationOutcome(Publication? Publication, Refusal? Refusal);

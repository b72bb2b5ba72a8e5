using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>The service that citizens get from the programme, and who says whether it runs.</summary>
/// <param name="SetBy">Key of the agency that sets a participant's service state.</param>
/// <param name="Title">What the service is called.</param>
public sealed record ServiceTerms(string SetBy, LocalizedText Title);

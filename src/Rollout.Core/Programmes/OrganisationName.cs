using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A name of an organisation.</summary>
/// <param name="Full">The full name.</param>
/// <param name="Short">The abbreviation used in tables.</param>
/// <param name="From">The first day it bore this name; null from the beginning.</param>
public sealed record OrganisationName(LocalizedText Full, LocalizedText Short, DateOnly? From);

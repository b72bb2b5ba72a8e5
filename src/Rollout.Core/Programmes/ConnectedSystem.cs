using Rollout.Core.Wording;

namespace Rollout.Core.Programmes;

/// <summary>A central system to which participants connect.</summary>
/// <param name="Key">Short key.</param>
/// <param name="Title">Full title.</param>
/// <param name="Short">Short title for tables.</param>
/// <param name="Owner">Key of the agency that owns it.</param>
/// <param name="Via">Key of the agency through whose platform it is reached, if any.</param>
/// <param name="Client">The X-Road client as which our prober calls gateways on its behalf (<c>instance/class/member/subsystem</c>), if any.</param>
/// <param name="Registry">Key of the agency that keeps the registry of its members: a registration missing for most participants is its fault, if any.</param>
public sealed record ConnectedSystem(string Key, LocalizedText Title, LocalizedText Short, string Owner, string? Via, string? Client, string? Registry = null);

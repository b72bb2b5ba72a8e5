using System.Collections.Immutable;

namespace Rollout.Web.Api;

/// <summary>Which accounts are bound to who took their participants over.</summary>
/// <param name="Accounts">Each with the role that was seen.</param>
internal sealed record RebindingBody(ImmutableArray<RebindingLine> Accounts);

using System.Collections.Immutable;

namespace Rollout.Web.Api;

/// <summary>Which accounts are bound to who took their participants over.</summary>
/// <param name="Accounts">Each with the role that was seen.</param>
internal sealed record RebindingBody(ImmutableArray<RebindingBody.Previewed> Accounts)
{
    /// <summary>An account as it was seen.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Role">Its role then.</param>
    internal sealed record Previewed(string? Id, string? Role);
}

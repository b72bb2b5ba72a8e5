using Rollout.Core.Programmes;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Shared;

/// <summary>The roles of addresses as people read them: with the steps they are looked at for.</summary>
public static class RoleNames
{
    /// <summary>A role.</summary>
    public static string Of(Texts texts, Programme programme, string role)
    {
        var probes = programme.Probes.Where(p => p.Role == role).Select(p => p.Key).ToList();
        var steps = programme.Steps.Where(s => s.Settlement.Probes.Any(probes.Contains)).Select(s => s.Key).ToList();
        return steps.Count == 0 ? role : texts["endpoints.roleFor", role, string.Join(", ", steps)];
    }
}

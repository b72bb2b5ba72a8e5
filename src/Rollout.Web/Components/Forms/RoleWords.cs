using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Forms;

/// <summary>A role's word as people say it.</summary>
public static class RoleWords
{
    /// <summary>The kind of role, and of which agency or participants.</summary>
    public static string Say(Texts texts, ProgrammeCatalog catalog, string role)
    {
        if (!Mandate.TryParse(role, out var mandate)) return role;
        var kind = texts[$"role.{role.Split(':')[0]}"];
        if (mandate.Agency is { } agency) return $"{kind} · {Agency(catalog, agency)}";
        return mandate.Participants.IsEmpty ? kind : $"{kind} · {string.Join(", ", mandate.Participants.Select(id => catalog.All.Select(p => p.Participants.Find(id))
            .FirstOrDefault(p => p is not null)?.Name ?? $"{id}"))}";
    }

    /// <summary>The short name of an agency.</summary>
    public static string Agency(ProgrammeCatalog catalog, string key) =>
        catalog.All.SelectMany(p => p.Programme.Organisations).FirstOrDefault(o => o.Key == key) is { } found ? Texts.Of(found.Names[^1].Short) : key;
}

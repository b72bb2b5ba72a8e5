using Microsoft.AspNetCore.WebUtilities;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Shared;

namespace Rollout.Web.Components.Layout;

/// <summary>
/// Where a page of one programme has its like in another: the same page, the same participant or what lineage made of it, and the same instants. What a
/// programme names for itself, such as filters, stays behind; what the other one has not, or keeps from the reader, leads to what stands above it.
/// </summary>
/// <param name="Catalog">The programmes.</param>
/// <param name="Shown">The one that is shown.</param>
/// <param name="Person">Who reads; null for the public.</param>
public sealed record SamePage(ProgrammeCatalog Catalog, ProgrammeCatalog.Item Shown, Person? Person)
{
    private const string Inbox = "/inbox";
    private static readonly string[] Instants = ["asOf", "knownOn"];

    /// <summary>The address in another programme.</summary>
    /// <param name="other">The other programme.</param>
    /// <param name="here">Path and query of the present address.</param>
    public string In(ProgrammeCatalog.Item other, string here)
    {
        var parts = here.Split('?', 2);
        var words = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "");
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["programme"] = other.Programme.Key };
        if (other.Programme.FindPhase(Word("phase")) is { } phase) query["phase"] = phase.Key;
        foreach (var instant in Instants) query[instant] = Word(instant);
        return QueryHelpers.AddQueryString(Path(other, parts[0]), query.Where(q => !string.IsNullOrEmpty(q.Value)));

        string? Word(string name) => words.TryGetValue(name, out var word) ? word.ToString() : null;
    }

    private string Path(ProgrammeCatalog.Item other, string path)
    {
        var wanted = path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["participants", var code] => Participant(other, code),
            ["agencies", var key] => other.Programme.FindOrganisation(key) is null ? "/" : path,
            ["publications", _] => "/publications",
            // There all of them stand side by side: whoever chooses one wants to see it.
            ["programmes"] => "/",
            _ => path,
        };
        if (Named(wanted)?.IsOf(other.Programme) == false) wanted = wanted == SitePages.Letters ? "/lists" : "/";
        var page = Named(wanted);
        // What is closed to the reader here too is no matter of the programme: the page itself says so.
        return page is null || page.MayOpen(other.Programme, Person) || !page.MayOpen(Shown.Programme, Person) ? wanted : Inbox;
    }

    private static SitePage? Named(string path) => SitePages.All.FirstOrDefault(p => p.Path == path);

    /// <summary>The participant itself, or who took it over, or the only one whom it took over; else all of them.</summary>
    private string Participant(ProgrammeCatalog.Item other, string code)
    {
        const string all = "/participants";
        if (Shown.Participants.Find(code) is not { } shown) return all;
        var kin = Kin.Of(shown.Id, Catalog.Lineages).Where(k => other.Participants.Find(k.Id) is not null).ToList();
        if (kin.Count == 0 || (kin[0].Kind == KinKind.Part && kin.Count > 1)) return all;
        return Person?.Mandate.MayRead(other.Programme, kin[0].Id) == false ? Inbox : $"{all}/{Uri.EscapeDataString(kin[0].Id.Code)}";
    }
}

using System.Security.Claims;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Storage.Accounts;
using Rollout.Storage.Samples;
using Rollout.Web.Accounts;

namespace Rollout.Web.Acting;

/// <summary>Where it is said who supplies a participant's software, from a page's circuit and from the API alike.</summary>
public sealed class VendorDesk(LiveAccess access, VendorBook vendors, SecurityLog log)
{
    /// <summary>The longest name of a vendor.</summary>
    public const int Longest = 120;

    private const string Kind = "vendor";

    /// <summary>Says it, or why not.</summary>
    /// <param name="user">Who says it.</param>
    /// <param name="programme">Key of the programme.</param>
    /// <param name="participant">Whose software.</param>
    /// <param name="vendor">The vendor; null or empty for nobody known.</param>
    /// <param name="address">Where the request came from; empty in a circuit.</param>
    public Refusal? Set(ClaimsPrincipal? user, string programme, ParticipantId participant, string? vendor, string address)
    {
        if (access.Now(user) is not { } person) return Refusal.Forbidden("actor.signIn");
        if (!person.Mandate.MaySetVendor(participant)) return Refusal.Forbidden("vendor.own");
        var name = vendor?.Trim() ?? "";
        if (name.Length > Longest) return Refusal.Rule("vendor.long", $"{Longest}");
        if (name.Any(char.IsControl)) return Refusal.Rule("vendor.oneLine");
        vendors.Set(programme, participant, name, person.Name);
        log.Write(Kind, $"{programme} {participant}", person.Name, address, name);
        return null;
    }
}

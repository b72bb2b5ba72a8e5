using System.Security.Claims;
using Rollout.Core.Participants;
using Rollout.Core.Steps;

namespace Rollout.Web.Accounts;

/// <summary>
/// Roles as words, the same for keys and people: <c>monitor</c>, <c>admin</c>, <c>reader</c>, <c>approver</c>, <c>agency:KEY</c>,
/// <c>participant:SET/CODE</c>.
/// </summary>
public static class Who
{
    /// <summary>The claim that holds the role.</summary>
    public const string RoleClaim = "rollout:role";

    /// <summary>Whether a word is a role.</summary>
    public static bool IsRole(string role) => Parse(role) is not null;

    /// <summary>The claims of a name and a role.</summary>
    public static ClaimsIdentity Identity(string name, string role, string scheme) =>
        new([new(ClaimTypes.Name, name), new(RoleClaim, role)], scheme, ClaimTypes.Name, RoleClaim);

    /// <summary>The actor of a role: what the ledger will call it.</summary>
    public static (ActorKind Kind, string? Agency, ParticipantId? Participant)? Parse(string role) => role.Split(':', 2) switch
    {
        ["monitor"] => (ActorKind.Monitor, null, null),
        ["admin"] => (ActorKind.Administrator, null, null),
        ["reader"] => (ActorKind.Reader, null, null),
        ["approver"] => (ActorKind.Approver, null, null),
        ["agency", { Length: > 0 } agency] => (ActorKind.Agency, agency, null),
        ["participant", var text] when ParticipantId.TryParse(text, out var id) => (ActorKind.Participant, null, id),
        _ => null,
    };
}

using System.Security.Claims;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;

namespace Rollout.Web.Accounts;

/// <summary>Who is signed in, or whose key was shown: a name, a mandate and an office.</summary>
/// <param name="Name">Name of the account or key: what the ledger keeps.</param>
/// <param name="FullName">What people call them.</param>
/// <param name="Mandate">In whose name they act.</param>
/// <param name="Office">Their office, if they have one.</param>
public sealed record Person(string Name, string FullName, Mandate Mandate, string? Office)
{
    private const string MandateClaim = "rollout:role";
    private const string OfficeClaim = "rollout:office";

    /// <summary>Whether it is an administrator.</summary>
    public bool IsAdministrator => Mandate.Kind == ActorKind.Administrator;

    /// <summary>The person of a request or a circuit; null when nobody is signed in.</summary>
    public static Person? Of(ClaimsPrincipal? user) =>
        user?.Identity is { IsAuthenticated: true, Name: { } name } && Mandate.TryParse(user.FindFirstValue(MandateClaim), out var mandate)
            ? new(name, user.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } full ? full : name, mandate, user.FindFirstValue(OfficeClaim))
            : null;

    /// <summary>The claims that say who it is.</summary>
    public IEnumerable<Claim> Claims()
    {
        yield return new(ClaimTypes.Name, Name);
        yield return new(ClaimTypes.GivenName, FullName);
        yield return new(MandateClaim, Mandate.ToString());
        if (!string.IsNullOrWhiteSpace(Office)) yield return new(OfficeClaim, Office);
    }

    /// <summary>The identity of a scheme.</summary>
    public ClaimsIdentity Identity(string scheme) => new(Claims(), scheme, ClaimTypes.Name, MandateClaim);

    /// <summary>The actor that the ledger will remember.</summary>
    public Actor ActorFor(Programme programme, ParticipantId participant) => Mandate.ActorFor(programme, participant, Name, Office);
}

using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Core.Incidents;

/// <summary>Rule 4 of product.md, seen from above: which shared part a single fault might come from, and when enough show it that it does.</summary>
public static class SharedFaults
{
    /// <summary>Fewer participants than this are never a common cause: two neighbours can have a bad day each.</summary>
    public const int Fewest = 3;

    /// <summary>X-Road's word for who is not registered, in <see cref="Fault.Code"/>.</summary>
    private const string NotRegistered = "xroad.UnknownMember";

    /// <summary>Whose shared part may be behind a fault: an agency's key, <c>self</c>, or null when it can only be the participant's or is ours already.</summary>
    /// <param name="probe">The check.</param>
    /// <param name="fault">What it said, looked at alone.</param>
    /// <param name="news">Whether a fault there says anything new: a target that never passed, or is dead for long, has a trouble of its own.</param>
    public static string? SuspectOf(ProbeDefinition probe, Fault fault, bool news)
    {
        if (fault.Owner == FaultOwner.Self) return null;
        if (!FaultOwner.IsParticipants(fault.Owner)) return fault.Owner;
        if (fault.Code == NotRegistered) return probe.Registry ?? probe.Via ?? probe.Owner;
        if (!news) return null;
        // All that passes an agency's gateway can fail by it; what does not can still fail by the way there.
        return probe.Via ?? (IsOnTheWay(fault.Code) ? FaultOwner.Self : null);
    }

    /// <summary>Whether a check passes a part of this owner at all: only those who do can tell that most fail.</summary>
    public static bool Concerns(ProbeDefinition probe, string owner) =>
        owner == FaultOwner.Self || probe.Via == owner || probe.Registry == owner || probe.Owner == owner;

    /// <summary>Whether so many show it that it is one common cause: half of those whose checks pass there, and never fewer than three.</summary>
    public static bool Opens(int touched, int all) => touched >= Fewest && 2 * touched >= all;

    /// <summary>Whether it is over: fewer than a quarter still show it. Not the same mark as for opening, so that it opens and closes once.</summary>
    public static bool Closes(int touched, int all) => touched == 0 || 4 * touched < all;

    private static bool IsOnTheWay(string code) =>
        code.StartsWith("dns.", StringComparison.Ordinal) || code.StartsWith("tcp.", StringComparison.Ordinal) || code is "tls.timeout" or "tls.closed" or "http.timeout";
}

using System.Collections.Immutable;
using System.Net;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Verification;

/// <summary>Whether a participant's list of addresses can be taken. Every mistake is told, with the field and what would be right there.</summary>
public static class TargetRules
{
    /// <summary>The field that names the phase.</summary>
    public const string Phase = "phase";

    /// <summary>The field that names the role.</summary>
    public const string Role = "role";

    /// <summary>The field that holds the address.</summary>
    public const string Address = "url";

    private const int LongestAddress = 2000;
    private static readonly ImmutableArray<string> Web = ["https", "http"];
    private static readonly ImmutableArray<string> Any = ["https", "http", "tcp"];

    /// <summary>The roles that probes of a programme ask for, in the order of the probes.</summary>
    public static ImmutableArray<string> Roles(Programme programme) => [.. programme.Probes.Select(p => p.Role).Distinct(StringComparer.Ordinal)];

    /// <summary>The schemes an address of a role may have.</summary>
    public static ImmutableArray<string> Schemes(Programme programme, string role) =>
        programme.Probes.Any(p => p.Role == role && p.Kind is not (ProbeKind.Tcp or ProbeKind.Tls)) ? Web : Any;

    /// <summary>Every mistake of a list; none when it can be taken.</summary>
    /// <param name="programme">Whose probes ask.</param>
    /// <param name="list">The list.</param>
    /// <param name="allows">Whether the prober may connect to an address that is written as numbers.</param>
    public static ImmutableArray<TargetMistake> Check(Programme programme, IReadOnlyList<TargetWish> list, Func<IPAddress, bool> allows)
    {
        var mistakes = ImmutableArray.CreateBuilder<TargetMistake>();
        var roles = Roles(programme);
        var places = new HashSet<(string, string)>();
        foreach (var (i, wish) in list.Index())
        {
            void Say(string field, Message message) => mistakes.Add(new(i, field, message));
            if (programme.FindPhase(wish.Phase) is null)
                Say(Phase, Message.Of("endpoints.phase", wish.Phase, string.Join(", ", programme.Phases.Select(p => p.Key))));
            if (!roles.Contains(wish.Role)) Say(Role, Message.Of("endpoints.role", wish.Role, string.Join(", ", roles)));
            else if (!places.Add((wish.Phase, wish.Role))) Say(Role, Message.Of("endpoints.doubled", wish.Phase, wish.Role));
            if (AddressMistake(programme, wish, allows) is { } mistake) Say(Address, mistake);
        }
        return mistakes.ToImmutable();
    }

    private static Message? AddressMistake(Programme programme, TargetWish wish, Func<IPAddress, bool> allows)
    {
        var schemes = Schemes(programme, wish.Role);
        var said = wish.Url.Length <= LongestAddress ? wish.Url : wish.Url[..LongestAddress];
        if (wish.Url.Length > LongestAddress || !Uri.TryCreate(wish.Url, UriKind.Absolute, out var url) || !schemes.Contains(url.Scheme)
            || url.IdnHost.Length == 0 || url.Port <= 0)
            return Message.Of("endpoints.url", said, string.Join(", ", schemes.Select(s => s == "tcp" ? "tcp://host:port" : $"{s}://host/…")));
        // Whoever may see an address would see the password within it.
        if (url.UserInfo.Length > 0) return Message.Of("endpoints.userInfo", url.IdnHost);
        return IPAddress.TryParse(url.IdnHost, out var literal) && !allows(literal) ? Message.Of("endpoints.address", url.IdnHost) : null;
    }
}

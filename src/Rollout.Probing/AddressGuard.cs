using System.Net;
using System.Net.Sockets;

namespace Rollout.Probing;

/// <summary>
/// Keeps checks of addresses that users type away from what only this machine can reach. Private ranges are fine (government networks use
/// them). It looks at the address that is about to be connected to, after name resolution: a name can answer anything, and differently twice.
/// </summary>
public sealed class AddressGuard(bool allowLoopback)
{
    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("0.0.0.0/8"), // "this host": Linux takes 0.0.0.0 for itself
        IPNetwork.Parse("169.254.0.0/16"), // link-local, with the clouds' metadata at 169.254.169.254
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, with broadcast
        IPNetwork.Parse("100.100.100.200/32"), // metadata (Alibaba)
        IPNetwork.Parse("168.63.129.16/32"), // metadata (Azure)
        IPNetwork.Parse("192.0.0.192/32"), // metadata (Oracle)
        IPNetwork.Parse("::/128"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("ff00::/8"),
        IPNetwork.Parse("fd00:ec2::254/128"), // metadata (Amazon)
        IPNetwork.Parse("2001::/32"), // Teredo and
        IPNetwork.Parse("64:ff9b:1::/48"), // local translation carry an IPv4 address in places that depend on others' settings
    ];

    /// <summary>IPv6 ranges that carry an IPv4 address, and where it begins.</summary>
    private static readonly (IPNetwork Range, int At)[] Carriers =
    [
        (IPNetwork.Parse("::ffff:0:0/96"), 12), // mapped
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12), // translated
        (IPNetwork.Parse("64:ff9b::/96"), 12), // translated by a gateway
        (IPNetwork.Parse("::/96"), 12), // compatible
        (IPNetwork.Parse("2002::/16"), 2), // 6to4
    ];

    /// <summary>Whether a check may connect to this address.</summary>
    public bool Allows(IPAddress address)
    {
        if (Loopback.Any(n => n.Contains(address))) return allowLoopback;
        if (Refused.Any(n => n.Contains(address))) return false;
        return Carried(address) is not { } inner || Allows(inner);
    }

    private static IPAddress? Carried(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        foreach (var (range, at) in Carriers)
            if (range.Contains(address)) return new(address.GetAddressBytes().AsSpan(at, 4));
        return null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Rollout.Web.Settings;

namespace Rollout.Web.Guarding;

/// <summary>How the door is kept: <c>Proxy:Known</c>, <c>Security:…</c>, <c>Limits:…</c> and <c>Sessions:…</c>.</summary>
public sealed record GuardSettings
{
    private static readonly IPNetwork[] Loopback = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    /// <summary>Proxies whose word on scheme and client address is taken; this machine's alone unless named otherwise.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [.. Loopback];

    /// <summary>Whether nothing is answered but by https: cookies are then bound to it.</summary>
    public bool RequireHttps { get; init; }

    /// <summary>What names of cookies begin with: a browser takes one so named by https, for this host and all of it alone.</summary>
    internal string CookiePrefix => RequireHttps ? "__Host-" : "";

    /// <summary>Whom to tell of a weakness; without one there is no <c>security.txt</c>.</summary>
    public ImmutableArray<string> Contacts { get; init; } = [];

    /// <summary>How many requests a minute to sign in, to set a password or to set up, of one address; 0: as many as come.</summary>
    public int SignInPerAddress { get; init; } = 60;

    /// <summary>How many attempts a minute to sign in under one name, whether there is such an account or not; the names of the demo are everybody's.</summary>
    public int SignInPerName { get; init; } = 20;

    /// <summary>How many calls of the API a minute of one key or account.</summary>
    public int ApiPerCaller { get; init; } = 3000;

    /// <summary>How many calls of the API a minute of one address from which nobody is signed in.</summary>
    public int ApiPerAddress { get; init; } = 1200;

    /// <summary>Addresses that are not counted: this machine's, unless named otherwise.</summary>
    public ImmutableArray<IPNetwork> Uncounted { get; init; } = [.. Loopback];

    /// <summary>How long a session lasts in which nothing is asked.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long a session lasts at all.</summary>
    public TimeSpan SessionLongest { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long lines of the security log are kept.</summary>
    public TimeSpan LogKept { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Reads them; what is wrong is reported all together, each with its key.</summary>
    public static GuardSettings Of(IConfiguration configuration, RolloutSettings settings)
    {
        var (usual, mistakes) = (new GuardSettings(), new List<string>());
        var read = new GuardSettings
        {
            Proxies = Networks(configuration, "Proxy:Known", usual.Proxies, mistakes),
            RequireHttps = Bool(configuration, "Security:RequireHttps", Array.TrueForAll(
                settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase)), mistakes),
            Contacts = Addresses(configuration, "Security:Contact", mistakes),
            SignInPerAddress = Number(configuration, "Limits:SignInPerAddress", usual.SignInPerAddress, 0, mistakes),
            SignInPerName = Number(configuration, "Limits:SignInPerName", settings.Demo ? 0 : usual.SignInPerName, 0, mistakes),
            ApiPerCaller = Number(configuration, "Limits:ApiPerCaller", usual.ApiPerCaller, 0, mistakes),
            ApiPerAddress = Number(configuration, "Limits:ApiPerAddress", usual.ApiPerAddress, 0, mistakes),
            Uncounted = Networks(configuration, "Limits:Uncounted", usual.Uncounted, mistakes),
            SessionIdle = TimeSpan.FromHours(Number(configuration, "Sessions:IdleHours", (int)usual.SessionIdle.TotalHours, 1, mistakes)),
            SessionLongest = TimeSpan.FromHours(Number(configuration, "Sessions:LongestHours", (int)usual.SessionLongest.TotalHours, 1, mistakes)),
            LogKept = TimeSpan.FromDays(Number(configuration, "Security:LogDays", (int)usual.LogKept.TotalDays, 30, mistakes)),
        };
        return mistakes.Count == 0 ? read : throw new OptionsValidationException("Guarding", typeof(GuardSettings), mistakes);
    }

    /// <summary>Whether an address is one of some networks.</summary>
    public static bool Among(ImmutableArray<IPNetwork> networks, IPAddress? address)
    {
        if (address is null) return false;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        foreach (var network in networks)
            if (network.Contains(address)) return true;
        return false;
    }

    private static bool Bool(IConfiguration configuration, string key, bool usual, List<string> mistakes)
    {
        if (configuration[key] is not { Length: > 0 } text) return usual;
        if (bool.TryParse(text, out var value)) return value;
        mistakes.Add($"{key}: {text} (true, false)");
        return usual;
    }

    private static int Number(IConfiguration configuration, string key, int usual, int least, List<string> mistakes)
    {
        if (configuration[key] is not { Length: > 0 } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= 1_000_000) return value;
        mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"{key}: {text} ({least}–1000000)"));
        return usual;
    }

    private static ImmutableArray<IPNetwork> Networks(IConfiguration configuration, string key, ImmutableArray<IPNetwork> usual, List<string> mistakes)
    {
        // Named but empty: nobody.
        if (Words(configuration, key) is not { } words) return usual;
        var networks = ImmutableArray.CreateBuilder<IPNetwork>();
        foreach (var word in words)
            if (IPNetwork.TryParse(word, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(word, out var address)) networks.Add(new(address, address.GetAddressBytes().Length * 8));
            else mistakes.Add($"{key}: {word} (10.0.0.5, 10.0.0.0/24)");
        return networks.ToImmutable();
    }

    private static ImmutableArray<string> Addresses(IConfiguration configuration, string key, List<string> mistakes)
    {
        var words = Words(configuration, key) ?? [];
        mistakes.AddRange(words.Where(w => !(Uri.TryCreate(w, UriKind.Absolute, out var uri) && uri.Scheme is "mailto" or "https" or "tel")).Select(w => $"{key}: {w} (mailto:…, https://…, tel:…)"));
        return [.. words];
    }

    /// <summary>A list, or words with commas between; null when the key is not there at all.</summary>
    private static List<string>? Words(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        if (!section.Exists() && section.Value is null) return null;
        return [.. section.GetChildren().Select(c => c.Value ?? "").Append(section.Value ?? "")
            .SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }
}

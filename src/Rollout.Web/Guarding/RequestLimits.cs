using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Rollout.Web.Guarding;

/// <summary>Counts requests by the minute: sign-in by address and by name, the API by key or account, else by address.</summary>
public sealed class RequestLimits(GuardSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>What everything is counted by.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(1);

    private const int MostNoted = 10_000, LongestName = 256;
    private readonly ConcurrentDictionary<LimitKey, DateTimeOffset> _noted = new();
    private readonly PartitionedRateLimiter<string> _names = PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetFixedWindowLimiter(name, _ => Options(settings.SignInPerName)));

    /// <summary>Whether a request is counted at all.</summary>
    internal bool Counts(HttpContext http) => KeyOf(http).Area != LimitedArea.None;

    /// <summary>What a request is counted under, and by.</summary>
    internal RateLimitPartition<LimitKey> PartitionOf(HttpContext http)
    {
        var key = KeyOf(http);
        var most = key.Area switch
        {
            LimitedArea.SignIn => settings.SignInPerAddress,
            LimitedArea.Api => settings.ApiPerCaller,
            LimitedArea.PublicApi => settings.ApiPerAddress,
            _ => 0,
        };
        return most == 0 ? RateLimitPartition.GetNoLimiter(default(LimitKey)) : RateLimitPartition.GetFixedWindowLimiter(key, _ => Options(most));
    }

    /// <summary>What a request is counted under.</summary>
    internal LimitKey KeyOf(HttpContext http)
    {
        var area = AreaOf(http.Request);
        if (area == LimitedArea.None || GuardSettings.Among(settings.Uncounted, http.Connection.RemoteIpAddress)) return default;
        if (area == LimitedArea.PublicApi && http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } who) return new(LimitedArea.Api, who);
        return new(area, Network(http.Connection.RemoteIpAddress));
    }

    /// <summary>Takes one attempt under a name; says when the next may be made if there is none left.</summary>
    public bool TryName(HttpContext http, string userName, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (settings.SignInPerName == 0 || GuardSettings.Among(settings.Uncounted, http.Connection.RemoteIpAddress)) return true;
        var name = userName.Trim().ToUpperInvariant();
        using var lease = _names.AttemptAcquire(name.Length > LongestName ? name[..LongestName] : name);
        if (!lease.IsAcquired) wait = WaitOf(lease);
        return lease.IsAcquired;
    }

    /// <summary>When the next may come.</summary>
    public static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);

    /// <summary>The header that says so.</summary>
    public static string Header(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a refusal is worth a line of the log: the first of a flood, and once a minute from then on.</summary>
    internal bool IsNews(LimitKey key)
    {
        var now = time.GetUtcNow();
        if (_noted.TryGetValue(key, out var last) && now - last < Window) return false;
        if (_noted.Count >= MostNoted) _noted.Clear();
        _noted[key] = now;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _names.Dispose();

    private static LimitedArea AreaOf(HttpRequest request)
    {
        var path = request.Path;
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return LimitedArea.PublicApi;
        // A link's token is tried by merely opening it.
        if (path.StartsWithSegments("/setup", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/account/set-password", StringComparison.OrdinalIgnoreCase)) return LimitedArea.SignIn;
        return HttpMethods.IsPost(request.Method) && path.StartsWithSegments("/login", StringComparison.OrdinalIgnoreCase) ? LimitedArea.SignIn : LimitedArea.None;
    }

    /// <summary>An address of the newer kind stands for its network: whoever has one has as many as they like.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString() + "/64" : address.ToString();
    }

    private static FixedWindowRateLimiterOptions Options(int most) => new() { PermitLimit = most, Window = Window, QueueLimit = 0, AutoReplenishment = false };
}

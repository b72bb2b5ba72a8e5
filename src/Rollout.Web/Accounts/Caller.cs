using System.Security.Claims;

namespace Rollout.Web.Accounts;

/// <summary>Who asks for something, and from which address: what the security log keeps beside it.</summary>
/// <param name="User">Who.</param>
/// <param name="Address">The address of the request; empty when there is none.</param>
public sealed record Caller(ClaimsPrincipal User, string Address)
{
    /// <summary>Their name, empty when nobody is signed in.</summary>
    public string Name => User.Identity is { IsAuthenticated: true, Name: { } name } ? name : "";

    /// <summary>The caller of a request.</summary>
    public static Caller Of(HttpContext http) => new(http.User, AddressOf(http));

    /// <summary>The address a request came from.</summary>
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } ip ? (ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip).ToString() : "";
}

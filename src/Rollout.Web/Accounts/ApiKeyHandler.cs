using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>Knows another system by its key: <c>Authorization: Bearer …</c>.</summary>
public sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    private const string Prefix = "Bearer ";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        if (keys.Find(header[Prefix.Length..].Trim()) is not { } key || LiveAccess.Principal(key, SchemeName) is not { } user)
            return Task.FromResult(AuthenticateResult.Fail("unknown key"));
        _ = keys.Used(key.Id);
        return Task.FromResult(AuthenticateResult.Success(new(user, SchemeName)));
    }
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Rollout.Web.Accounts;

/// <summary>Asks nobody who a request is that brings neither a cookie nor a key: it is nobody, and other systems read the public lists all day.</summary>
internal sealed class BroughtCredentials(
    IAuthenticationSchemeProvider schemes, IAuthenticationHandlerProvider handlers, IClaimsTransformation transformation, IOptions<AuthenticationOptions> options)
    : AuthenticationService(schemes, handlers, transformation, options)
{
    private static readonly Task<AuthenticateResult> Nobody = Task.FromResult(AuthenticateResult.NoResult());

    /// <inheritdoc/>
    public override Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) =>
        context.Request.Headers.Cookie.Count == 0 && context.Request.Headers.Authorization.Count == 0 ? Nobody : base.AuthenticateAsync(context, scheme);
}

using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Rollout.Web.Accounts;

/// <summary>Asks for every open circuit now and then whether its account may still be used; one that may not becomes nobody's.</summary>
internal class CircuitAuthentication(ILoggerFactory logs, LiveAccess access) : RevalidatingServerAuthenticationStateProvider(logs)
{
    /// <inheritdoc/>
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(access.Now(authenticationState.User) is not null);
}

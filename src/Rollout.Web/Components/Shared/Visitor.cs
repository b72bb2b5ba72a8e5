using Microsoft.AspNetCore.Components.Authorization;
using Rollout.Web.Accounts;

namespace Rollout.Web.Components.Shared;

/// <summary>Who reads a page. Before anything is written the accounts are asked again (<see cref="LiveAccess"/>).</summary>
public static class Visitor
{
    /// <summary>The person of a circuit or a request; null for the public.</summary>
    public static Person? Of(Task<AuthenticationState>? authentication)
    {
        Person? person = null;
        // Who it is stands from the beginning, so that this ends before it returns: a page need not be drawn twice.
        if (authentication is { IsCompletedSuccessfully: true }) _ = ReadAsync();
        return person;

        async Task ReadAsync() => person = Person.Of((await authentication).User);
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using Rollout.Storage.Accounts;

namespace Rollout.Web.Accounts;

/// <summary>
/// Tells the security log which requests of people and keys were refused, pages and API alike, and which keys are unknown; the latter once a
/// minute an address, so that nobody fills the log from outside.
/// </summary>
internal sealed class RefusalWatch(SecurityLog log, TimeProvider time)
{
    private const int MostAddresses = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <summary>Most requests are answered at once and refused by nobody: those pass without a task of their own.</summary>
    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var answered = next(http);
        if (!answered.IsCompletedSuccessfully) return WaitAsync(answered, http);
        Examine(http);
        return Task.CompletedTask;
    }

    private async Task WaitAsync(Task answered, HttpContext http)
    {
        await answered;
        Examine(http);
    }

    private void Examine(HttpContext http)
    {
        if (http.Response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)) return;
        // The page that says so is drawn by a second pass through here.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null) return;
        var caller = Caller.Of(http);
        if (caller.Name.Length > 0) log.Write(SecurityKinds.Refused, http.Request.Path, caller.Name, caller.Address, $"{http.Request.Method} {http.Response.StatusCode}");
        else if (http.Request.Headers.Authorization.Count > 0 && IsNew(caller.Address)) log.Write(SecurityKinds.KeyUnknown, http.Request.Path, "", caller.Address, http.Request.Method);
    }

    private bool IsNew(string address)
    {
        var now = time.GetUtcNow();
        if (_seen.TryGetValue(address, out var last) && now - last < Pause) return false;
        if (_seen.Count >= MostAddresses) _seen.Clear();
        _seen[address] = now;
        return true;
    }
}

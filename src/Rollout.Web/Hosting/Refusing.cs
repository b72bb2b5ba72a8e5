using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Rollout.Storage.Accounts;
using Rollout.Web.Accounts;
using Rollout.Web.Api;
using Rollout.Web.Components.Pages;
using Rollout.Web.Guarding;
using Rollout.Web.Resources;

namespace Rollout.Web.Hosting;

/// <summary>What is refused before anything looks at it: too many requests, bodies too large, other sites' pages, http where https is asked for.</summary>
internal static class Refusing
{
    /// <summary>Adds the counting of requests.</summary>
    public static void AddRefusing(this IServiceCollection services)
    {
        services.AddRateLimiter();
        services.AddOptions<RateLimiterOptions>().Configure<RequestLimits>((o, limits) =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<HttpContext, LimitKey>(limits.PartitionOf);
            o.OnRejected = async (context, _) => await TooManyAsync(context, limits);
        });
    }

    /// <summary>Sends people to https, and tells programs to come by it: a key that was sent in the clear must not go unnoticed.</summary>
    public static void UseHttpsOnly(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<GuardSettings>().RequireHttps) return;
        app.Use(next => http =>
        {
            if (http.Request.IsHttps || http.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal)) return next(http);
            if (IsForPrograms(http.Request) || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))) return SayAsync(http, StatusCodes.Status403Forbidden, "https.required");
            http.Response.Redirect($"https://{http.Request.Host.Host}{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        });
    }

    /// <summary>Refuses what another site's page sent, and what is larger than its endpoint takes; stands where it is known who asks.</summary>
    public static void UseRefusing(this WebApplication app) => app.Use(next => http =>
    {
        // The page that says so is drawn by a second pass through here.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // It is looked at, not posted to.
            if (HttpMethods.IsPost(http.Request.Method)) http.Request.Method = HttpMethods.Get;
            if (http.Features.Get<RefusedRequest>() is not null && http.GetEndpoint() is RouteEndpoint page) http.SetEndpoint(Opened(page));
            return next(http);
        }
        if (SameOrigin.IsForeign(http.Request)) return SayAsync(http, StatusCodes.Status403Forbidden, "origin.foreign");
        return BodyLimitAttribute.PassedBy(http) is { } limit ? TooLargeAsync(http, limit) : next(http);
    });

    /// <summary>The page is for everybody then, also where reading is closed and a circuit could not be opened.</summary>
    private static RouteEndpoint Opened(RouteEndpoint page) => new(
        page.RequestDelegate!, page.RoutePattern, page.Order, new(page.Metadata.Append(new AllowAnonymousAttribute()).Append(new ExcludeFromInteractiveRoutingAttribute())), page.DisplayName);

    private static Task TooLargeAsync(HttpContext http, long limit)
    {
        if (IsForPrograms(http.Request)) return Problems.TooLarge(limit, http.RequestServices.GetRequiredService<Texts>()).ExecuteAsync(http);
        http.Features.Set(new RefusedRequest(Problems.Size(limit)));
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static Task SayAsync(HttpContext http, int status, string code)
    {
        if (IsForPrograms(http.Request))
        {
            var texts = http.RequestServices.GetRequiredService<Texts>();
            return Problems.Of(status, code, texts[$"say.{code}"], texts).ExecuteAsync(http);
        }
        http.Features.Set(new RefusedRequest(""));
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task TooManyAsync(OnRejectedContext context, RequestLimits limits)
    {
        var (http, wait, key) = (context.HttpContext, RequestLimits.Header(RequestLimits.WaitOf(context.Lease)), limits.KeyOf(context.HttpContext));
        if (limits.IsNews(key))
        {
            var caller = Caller.Of(http);
            http.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityKinds.LimitReached, http.Request.Path, caller.Name, caller.Address, $"{key.Area}");
        }
        http.Response.Headers.RetryAfter = wait;
        if (!IsForPrograms(http.Request))
        {
            http.Features.Set(new RefusedRequest(wait));
            return;
        }
        var texts = http.RequestServices.GetRequiredService<Texts>();
        await Problems.Of(StatusCodes.Status429TooManyRequests, "limit.requests", texts["say.limit.requests", wait], texts, ("retryAfter", int.Parse(wait, CultureInfo.InvariantCulture))).ExecuteAsync(http);
    }

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}

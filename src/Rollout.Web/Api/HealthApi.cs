using Rollout.Core.Wording;
using Rollout.Web.Accounts;
using Rollout.Web.Operations;

namespace Rollout.Web.Api;

/// <summary>Whether the process lives, and whether it can do its work: in a word for everybody, in full for administrators.</summary>
internal static class HealthApi
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz/live", () => "live").ExcludeFromDescription();
        app.MapGet("/healthz/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(HttpContext http, Readiness readiness, LiveAccess access)
    {
        var view = await readiness.ReadAsync(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        object answer = access.Now(http.User) is { IsAdministrator: true }
            ? new { view.Status, ThisNode.Version, Checks = view.Checks.ToDictionary(c => c.Key, c => new { State = Words.Of(c.State), c.Facts }, StringComparer.Ordinal) }
            : new { view.Status, Checks = view.Checks.ToDictionary(c => c.Key, c => Words.Of(c.State), StringComparer.Ordinal) };
        return TypedResults.Json(answer, statusCode: view.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

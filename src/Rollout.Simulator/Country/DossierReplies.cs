using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>
/// Takes made-up dossiers and says how far they come. Nothing is kept: the id is the key, and how far a dossier comes depends on the clock and
/// the scenario alone, so that there is never anything more to wait for.
/// </summary>
internal static class DossierReplies
{
    private const string Key = "Idempotency-Key";
    private const string Synchronised = "synchronised";
    private const string Returned = "returned";

    public static Task AnswerAsync(HttpContext context, SiteService service, EnvironmentPlan plan, DateTimeOffset at)
    {
        var request = context.Request;
        if (service.Role.KeyHeader is { } header && string.IsNullOrEmpty(request.Headers[header]))
            return HttpReplies.WriteAsync(context, StatusCodes.Status401Unauthorized, "text/plain", $"{header} is missing");
        var isOne = request.Path.Value!.TrimEnd('/').Length > service.Path.TrimEnd('/').Length;
        if (!isOne && HttpMethods.IsPost(request.Method)) return TakeAsync(context);
        if (isOne && HttpMethods.IsGet(request.Method)) return context.Response.WriteAsJsonAsync(StateOf(service, plan, at), context.RequestAborted);
        context.Response.StatusCode = isOne && HttpMethods.IsDelete(request.Method) ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static Task TakeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Key].ToString();
        if (key.Length == 0) return HttpReplies.WriteAsync(context, StatusCodes.Status400BadRequest, "text/plain", $"{Key} is missing");
        context.Response.StatusCode = StatusCodes.Status201Created;
        return context.Response.WriteAsJsonAsync(new { id = key }, context.RequestAborted);
    }

    private static object StateOf(SiteService service, EnvironmentPlan plan, DateTimeOffset at)
    {
        var stopped = plan.FaultOf(Synchronised, at);
        var synchronised = plan.IsUp(Synchronised, at) && stopped is null;
        var returned = synchronised && plan.IsUp(Returned, at) && plan.FaultOf(Returned, at) is null;
        return new
        {
            arrived = true,
            synchronised,
            returned,
            status = returned ? Returned : synchronised ? Synchronised : "arrived",
            result = returned ? service.Body : null,
            heldBy = stopped?.Message,
            final = true,
        };
    }
}

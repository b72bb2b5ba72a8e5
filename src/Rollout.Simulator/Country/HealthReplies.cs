using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>
/// The health port of a Security Server: 200 without a word, 503 in maintenance, 500 with the reason. A real one answers from memory for up to
/// half a minute; this one tells the moment, like everything else here.
/// </summary>
internal static class HealthReplies
{
    private const string Unwell = "No authentication key available. Signer might be down.";

    public static Task AnswerAsync(HttpContext context, FaultWindow? fault) => fault?.Kind switch
    {
        null => EmptyAsync(context, StatusCodes.Status200OK),
        FaultKind.Maintenance => EmptyAsync(context, StatusCodes.Status503ServiceUnavailable),
        FaultKind.OutdatedGlobalConf => SayAsync(context, fault.Message ?? "Global configuration is expired"),
        _ => SayAsync(context, fault.Message ?? Unwell),
    };

    private static Task SayAsync(HttpContext context, string reason) =>
        HttpReplies.WriteAsync(context, StatusCodes.Status500InternalServerError, "text/plain", reason);

    private static Task EmptyAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

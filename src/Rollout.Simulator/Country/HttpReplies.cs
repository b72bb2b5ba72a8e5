using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>A service that answers with the text the scenario gives it.</summary>
internal static class HttpReplies
{
    public static Task AnswerAsync(HttpContext context, SiteService service, FaultWindow? fault)
    {
        // Which key is right is the participant's secret: the pretence is that whoever has one has the right one.
        if (service.Role.KeyHeader is { } header && string.IsNullOrEmpty(context.Request.Headers[header]))
            return WriteAsync(context, StatusCodes.Status401Unauthorized, "text/plain", $"{header} is missing");
        var contentType = fault?.Kind == FaultKind.ContentType ? fault.Message ?? "application/octet-stream" : service.Role.ContentType;
        return WriteAsync(context, StatusCodes.Status200OK, contentType, service.Body);
    }

    public static Task WriteAsync(HttpContext context, int status, string contentType, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = $"{contentType}; charset=utf-8";
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}

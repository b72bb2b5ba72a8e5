using Microsoft.AspNetCore.Http.Metadata;
using Rollout.Web.Accounts;
using Rollout.Web.Guarding;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>
/// What every reading answer needs before it is made, once for the whole group and in the contract's order: is the query right (400), is
/// somebody there (401), does the path exist (404), may they read it (403). Leaves the <see cref="BoardView"/> for the endpoint.
/// </summary>
internal sealed class ReadingFilter(BoardReading reading, ReadAccess access, Texts texts) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var query = http.Request.Query;
        var metadata = http.GetEndpoint()?.Metadata;
        var (view, mistake) = reading.Read(http.GetRouteValue("programme") as string, query["phase"], query["asOf"], query["knownOn"]);
        if (mistake is { NotFound: false }) return Problems.Of(mistake, texts);
        if (view is not null && metadata?.GetMetadata<IRequestQuery>()?.Mistake(query, view) is { } wrong) return Problems.Of(wrong, texts);
        try
        {
            if (metadata?.GetMetadata<IRequestBody>() is { } body && await body.ReadAsync(http) is { } unreadable) return Problems.Of(unreadable, texts);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // One that did not say how long it is.
            return Problems.TooLarge(metadata!.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? BodyLimitAttribute.Usual, texts);
        }
        if (!access.MayRead(http.User) || (metadata?.GetMetadata<SignedInOnly>() is not null && !ReadAccess.IsKnown(http.User))) return Problems.SignIn(texts);
        if (mistake is not null) return Problems.Of(mistake, texts);
        var code = http.GetRouteValue("code") as string;
        if (code is not null && view!.Board.Find(code) is null)
            return Problems.Of(new("participant", "unknown", code, [.. view.Board.Participants.All.Select(p => p.Code)], NotFound: true), texts);
        if (metadata?.GetMetadata<ReadableUnderOwn>() is null && Person.Of(http.User) is { } person && !person.Mandate.MayRead(view!.Programme, code is null ? null : view.Board.Find(code)!.Participant.Id))
            return Problems.Forbidden(texts);
        http.Features.Set(view!);
        return await next(context);
    }
}

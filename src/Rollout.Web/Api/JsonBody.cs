using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A body in JSON. A form's body is refused: what another site could make a browser send changes nothing here.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
internal sealed class JsonBody<T> : IRequestBody, IRequestSizeLimitMetadata where T : class
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => 256 * 1024;

    /// <inheritdoc/>
    public async Task<QueryMistake?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) return new("Content-Type", "contentType", http.Request.ContentType ?? "", ["application/json"], NotFound: false);
        try
        {
            var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var body = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, options, http.RequestAborted);
            if (body is null) return new("$", "body", "null", [], NotFound: false);
            http.Features.Set(body);
            return body is ICheckedBody { Mistake: { } mistake } ? mistake : null;
        }
        catch (JsonException e)
        {
            return new(e.Path is { Length: > 0 } path ? path : "$", "body", "", [], NotFound: false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode != StatusCodes.Status413PayloadTooLarge)
        {
            return new("$", "body", "", [], NotFound: false);
        }
    }
}

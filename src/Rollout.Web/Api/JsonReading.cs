using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Reads a body in JSON; what cannot be read is refused (400) before anything else is asked.</summary>
internal static class JsonReading
{
    private const int Most = 256 * 1024;

    /// <summary>The body, or what is wrong with it. A form's body is refused too: what another site makes a browser send changes nothing here.</summary>
    public static async Task<(T? Body, ProblemHttpResult? Problem)> JsonAsync<T>(this HttpContext http, Texts texts) where T : class
    {
        if (!http.Request.HasJsonContentType()) return (null, RefusalProblems.Unreadable("Content-Type", texts, "application/json"));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Most;
        try
        {
            var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
            var body = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, options, http.RequestAborted);
            return body is null ? (null, RefusalProblems.Unreadable("$", texts)) : (body, null);
        }
        catch (JsonException e)
        {
            return (null, RefusalProblems.Unreadable(e.Path is { Length: > 0 } path ? path : "$", texts));
        }
        catch (BadHttpRequestException)
        {
            return (null, RefusalProblems.Unreadable("$", texts, $"≤ {Most / 1024} kB"));
        }
    }
}

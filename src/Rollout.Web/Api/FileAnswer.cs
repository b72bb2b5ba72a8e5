using Microsoft.Net.Http.Headers;

namespace Rollout.Web.Api;

/// <summary>How a kept file is sent.</summary>
internal static class FileAnswer
{
    /// <summary>Whatever the bytes are, a browser saves them, guesses nothing, runs nothing, and nobody on the way keeps a copy.</summary>
    public static void Guard(HttpResponse response, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; " + Guarding.ContentPolicy.Nothing;
        response.Headers.CacheControl = "private, no-store";
    }
}

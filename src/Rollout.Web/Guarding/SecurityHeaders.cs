using Microsoft.Extensions.Primitives;

namespace Rollout.Web.Guarding;

/// <summary>
/// What every answer tells the browser; a page loosens the content policy for itself. What the API answers is no document that could refer,
/// open or use anything: it is told that it is none, and spared the rest.
/// </summary>
internal static class SecurityHeaders
{
    private const string Features =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=(), clipboard-write=(self)";

    private static readonly StringValues Policy = new(ContentPolicy.Nothing), NoSniff = new("nosniff"), Permissions = new(Features), Own = new("same-origin"), NoStore = new("no-store");
    private static readonly StringValues Year = new("max-age=31536000; includeSubDomains");

    /// <summary>Sets them before anything answers; whoever has its own sets it over these.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var remembersHttps = !app.Environment.IsDevelopment();
        app.Use(next => http =>
        {
            Put(http, remembersHttps);
            return next(http);
        });
    }

    /// <summary>Sets them anew on an answer that was cleared.</summary>
    public static void PutAgain(HttpContext http) => Put(http, !http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment());

    private static void Put(HttpContext http, bool remembersHttps)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = NoSniff;
        headers["Cross-Origin-Resource-Policy"] = Own;
        var isApi = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        if (!isApi)
        {
            headers["Referrer-Policy"] = Own;
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = Own;
        }
        if (remembersHttps && http.Request.IsHttps && !IsLocal(http.Request.Host.Host)) headers.StrictTransportSecurity = Year;
        if (MustNotStay(http.Request, isApi)) headers.CacheControl = NoStore;
    }

    /// <summary>What is answered to somebody who is known must not lie about; pages say so themselves, files of ours are the same for everybody.</summary>
    private static bool MustNotStay(HttpRequest request, bool isApi) =>
        (isApi || request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase))
        && (request.Headers.Authorization.Count > 0 || request.Headers.Cookie.Count > 0);

    /// <summary>A browser that remembers https for its own machine would refuse everything else that is tried there.</summary>
    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";
}

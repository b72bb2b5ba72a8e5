namespace Rollout.Web.Guarding;

/// <summary>
/// Whether a request that may change something, or opens a circuit, comes from a page of ours. Browsers say so themselves; who says nothing is
/// no browser, and has no cookie that somebody else's page could make it send.
/// </summary>
internal static class SameOrigin
{
    /// <summary>Whether another site's page sent it.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (IsSafe(request.Method) && !request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal)) return false;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static string? Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var uri) ? uri.Authority : null;
}

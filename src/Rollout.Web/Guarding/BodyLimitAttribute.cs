using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Rollout.Web.Guarding;

/// <summary>How large a body an endpoint takes, where that is another figure than <see cref="Usual"/>.</summary>
/// <param name="most">The most bytes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BodyLimitAttribute(long most) : Attribute, IRequestSizeLimitMetadata
{
    /// <summary>What everything else takes.</summary>
    public const long Usual = 1024 * 1024;

    /// <inheritdoc/>
    public long? MaxRequestBodySize => most;

    /// <summary>The limit that a request's own length passes; null when it does not.</summary>
    internal static long? PassedBy(HttpContext http) =>
        http.Request.ContentLength is { } length && http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit && length > limit ? limit : null;
}

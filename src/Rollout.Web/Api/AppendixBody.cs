using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rollout.Documents.Reading;
using Rollout.Web.Accounts;
using Rollout.Web.Appendices;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A published appendix as a body: a file in a form, or text. Of nobody who is not signed in anything is read.</summary>
internal sealed class AppendixBody : IRequestBody, IRequestSizeLimitMetadata
{
    // Somewhat more than is read: who is told why listens, and who is cut off while sending does not.
    /// <inheritdoc/>
    public long? MaxRequestBodySize => 3 * AppendixFiles.MostBytes;

    /// <inheritdoc/>
    public async Task<QueryMistake?> ReadAsync(HttpContext http)
    {
        var boundary = UploadReading.Boundary(http.Request);
        var isText = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
        if (boundary is null && !isText) return new("Content-Type", "contentType", http.Request.ContentType ?? "", ["multipart/form-data", "text/plain"], NotFound: false);
        if (!ReadAccess.IsKnown(http.User)) return null;
        try
        {
            var source = boundary is null
                ? AppendixSource.OfText(await new StreamReader(http.Request.Body).ReadToEndAsync(http.RequestAborted))
                : await FileAsync(http, boundary);
            if (source is null) return new("multipart", "body", "", ["file"], NotFound: false);
            http.Features.Set(source);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException && e is not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new("multipart", "body", "", ["file"], NotFound: false);
        }
    }

    private static async Task<AppendixSource?> FileAsync(HttpContext http, string boundary)
    {
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (UploadReading.NameOf(section) is not { } name) continue;
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, http.RequestAborted);
            return AppendixSource.OfFile(name, content.ToArray());
        }
        return null;
    }
}

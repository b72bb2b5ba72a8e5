using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rollout.Documents.Reading;
using Rollout.Storage.Contents;
using Rollout.Web.Accounts;
using Rollout.Web.Measuring;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A table of figures as a body: a file in a form, or csv or xlsx by itself. Of nobody who is not signed in anything is read.</summary>
internal sealed class FigureSheetBody : IRequestBody, IRequestSizeLimitMetadata
{
    private static readonly string[] Kinds = ["text/csv", FileKind.Xlsx.MediaType];

    // Somewhat more than is read: who is told why listens, and who is cut off while sending does not.
    /// <inheritdoc/>
    public long? MaxRequestBodySize => 3 * AppendixFiles.MostBytes;

    /// <inheritdoc/>
    public async Task<QueryMistake?> ReadAsync(HttpContext http)
    {
        var boundary = UploadReading.Boundary(http.Request);
        var isFile = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && Kinds.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase);
        if (boundary is null && !isFile) return new("Content-Type", "contentType", http.Request.ContentType ?? "", ["multipart/form-data", .. Kinds], NotFound: false);
        if (!ReadAccess.IsKnown(http.User)) return null;
        try
        {
            var source = boundary is null ? FigureSource.Of(null, await BytesAsync(http.Request.Body, http.RequestAborted)) : await FileAsync(http, boundary);
            if (source is null) return new("multipart", "body", "", ["file"], NotFound: false);
            http.Features.Set(source);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException && e is not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return new("multipart", "body", "", ["file"], NotFound: false);
        }
    }

    private static async Task<FigureSource?> FileAsync(HttpContext http, string boundary)
    {
        var reader = new MultipartReader(boundary, http.Request.Body);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            if (UploadReading.NameOf(section) is { } name) return FigureSource.Of(name, await BytesAsync(section.Body, http.RequestAborted));
        return null;
    }

    private static async Task<byte[]> BytesAsync(Stream body, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await body.CopyToAsync(content, ct);
        return content.ToArray();
    }
}

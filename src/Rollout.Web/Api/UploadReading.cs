using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Rollout.Core.Steps;
using Rollout.Storage.Contents;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Reads the files of a multipart body, each straight into the store: nothing is gathered in memory, and a file too large ends the reading.</summary>
internal static class UploadReading
{
    /// <summary>As many files as an entry may have, and the words between them.</summary>
    public const long MostBytes = (FileStore.MostFiles * FileStore.MostBytes) + (1024 * 1024);

    /// <summary>Where the parts of a body end; null when it is no multipart body.</summary>
    public static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary ? boundary.ToString() : null;

    /// <summary>The files that are kept, or why one of them is not.</summary>
    public static async Task<(ImmutableArray<FileReceipt> Kept, ProblemHttpResult? Problem)> ReadAsync(
        HttpContext http, string boundary, FileStore files, Texts texts)
    {
        var kept = ImmutableArray.CreateBuilder<FileReceipt>();
        var reader = new MultipartReader(boundary, http.Request.Body);
        try
        {
            while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
            {
                if (NameOf(section) is not { } name) continue;
                if (kept.Count == FileStore.MostFiles) return ([], Problems.Of(Refusal.Rule("file.tooMany", $"{FileStore.MostFiles}"), http.View().Programme, texts));
                var receipt = await files.SaveAsync(section.Body, name, http.RequestAborted);
                if (receipt.Refusal is { } refusal) return ([], Problems.Of(refusal, http.View().Programme, texts, ("file", receipt.Name), ("index", kept.Count)));
                kept.Add(receipt);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], Problems.TooLarge(MostBytes, texts));
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return ([], Problems.Unreadable("multipart", texts));
        }
        return kept.Count == 0 ? ([], Problems.Unreadable("multipart", texts, "file")) : (kept.ToImmutable(), null);
    }

    /// <summary>The name of a file in a multipart body; null of a part that is none.</summary>
    public static string? NameOf(MultipartSection section)
    {
        if (section.GetContentDispositionHeader() is not { } header || !(header.FileName.HasValue || header.FileNameStar.HasValue)) return null;
        return header.FileNameStar.HasValue ? header.FileNameStar.ToString() : HeaderUtilities.UnescapeAsQuotedString(header.FileName).ToString();
    }
}

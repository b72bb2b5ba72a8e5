using System.Net.Mime;
using Rollout.Core.Publications;
using Rollout.Core.Reports;
using Rollout.Core.Wording;
using Rollout.Documents;
using Rollout.Storage.Contents;
using Rollout.Web.Printing;

namespace Rollout.Web.Publishing;

/// <summary>
/// Prints an edition in every format there is, and keeps the bytes: whatever the program prints later, these are sent. A format that
/// <see cref="ReportWriters"/> gains is kept of every edition issued from then on; pdf where a browser prints it.
/// </summary>
public sealed class EditionPrinting(FileStore files, PdfPrinter printer, TimeProvider time)
{
    /// <summary>The format of the canonical content.</summary>
    public const string Json = "json";

    /// <summary>The format that needs a browser, and may be missing of an edition.</summary>
    public const string Pdf = "pdf";

    /// <summary>How long an edition waits for its pdf, with those that are printed before it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Prints and keeps all of them.</summary>
    public async Task<ValueList<PublishedFile>> PrintAsync(Publication publication, string number, DateOnly date, CancellationToken ct)
    {
        var content = publication.Frozen!.Content;
        var name = $"{content.Programme}-{content.Phase}-{date:yyyy-MM-dd}-{publication.Id}";
        var kept = new List<PublishedFile> { await KeepAsync(Json, MediaTypeNames.Application.Json, name, new MemoryStream(CanonicalContent.Bytes(content)), ct) };
        var document = AppendixReport.Of(content, number, date);
        // The canonical content is the edition's json: the one that is hashed.
        foreach (var writer in ReportWriters.All.Where(w => w.Format != Json))
        {
            var output = new MemoryStream();
            writer.Write(document, output);
            kept.Add(await KeepAsync(writer.Format, writer.ContentType, name, output, ct));
            if (writer is HtmlWriter && await PdfAsync(output.ToArray(), ct) is { } pdf)
                kept.Add(await KeepAsync(Pdf, MediaTypeNames.Application.Pdf, name, new MemoryStream(pdf), ct));
        }
        return [.. kept];
    }

    /// <summary>The page as a browser prints it; null when none does: a letter is issued all the same.</summary>
    private async Task<byte[]?> PdfAsync(byte[] page, CancellationToken ct)
    {
        if (!printer.IsAvailable) return null;
        using var limit = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            // What is kept for ever is looked at: a browser that broke off may leave a file behind.
            return await printer.PrintAsync(page, end.Token) is { } pdf && pdf.AsSpan().StartsWith("%PDF-"u8) ? pdf : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<PublishedFile> KeepAsync(string format, string mediaType, string name, MemoryStream bytes, CancellationToken ct)
    {
        bytes.Position = 0;
        var file = await files.KeepAsync(bytes, mediaType, ct);
        return new(format, file.Hash, $"{name}.{format}");
    }
}

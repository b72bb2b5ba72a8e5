using Rollout.Core.Publications;
using Rollout.Core.Reports;
using Rollout.Core.Wording;
using Rollout.Documents;
using Rollout.Storage.Contents;

namespace Rollout.Web.Publishing;

/// <summary>
/// Prints an edition in every format there is, and keeps the bytes: whatever the program prints later, these are sent. A format that
/// <see cref="ReportWriters"/> gains is kept of every edition issued from then on.
/// </summary>
internal static class EditionPrinting
{
    /// <summary>The format of the canonical content.</summary>
    public const string Json = "json";

    /// <summary>Prints and keeps all of them.</summary>
    public static async Task<ValueList<PublishedFile>> PrintAsync(FileStore files, Publication publication, string number, DateOnly date, CancellationToken ct)
    {
        var content = publication.Frozen!.Content;
        var name = $"{content.Programme}-{content.Phase}-{date:yyyy-MM-dd}-{publication.Id}";
        var kept = new List<PublishedFile> { await KeepAsync(files, Json, "application/json", name, new MemoryStream(CanonicalContent.Bytes(content)), ct) };
        var document = AppendixReport.Of(content, number, date);
        // The content itself stands as json; a second file of that name could never be asked for.
        foreach (var writer in ReportWriters.All.Where(w => w.Format != Json))
        {
            var output = new MemoryStream();
            writer.Write(document, output);
            kept.Add(await KeepAsync(files, writer.Format, writer.ContentType, name, output, ct));
        }
        return [.. kept];
    }

    private static async Task<PublishedFile> KeepAsync(FileStore files, string format, string mediaType, string name, MemoryStream bytes, CancellationToken ct)
    {
        bytes.Position = 0;
        var file = await files.KeepAsync(bytes, mediaType, ct);
        return new(format, file.Hash, $"{name}.{format}");
    }
}

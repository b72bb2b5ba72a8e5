using System.Net.Mime;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Sends a document in the format asked for: the one way for every kind of document.</summary>
internal sealed class ReportDownload(Texts texts)
{
    /// <summary>The answer, or a refusal that names the formats there are.</summary>
    /// <param name="http">The request.</param>
    /// <param name="format">The format asked for.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="document">Makes the document; not asked when the format is unknown.</param>
    public IResult Send(HttpContext http, string format, string name, Func<ReportDocument> document)
    {
        if (ReportWriters.Find(format) is not { } writer)
            return Problems.Of(new("format", "unknown", format, ReportWriters.Formats, NotFound: true), texts);
        var output = new MemoryStream();
        writer.Write(document(), output);
        output.Position = 0;
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = $"{name}.{writer.Format}", Inline = writer.Format == "html" }.ToString();
        return TypedResults.Stream(output, writer.ContentType);
    }
}

using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Printing;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Sends a document in the format asked for: the one way for every kind of document.</summary>
internal sealed class ReportDownload(Texts texts, PdfPrinter printer, ReportTurn turn)
{
    /// <summary>The format that a browser prints.</summary>
    public const string Pdf = "pdf";

    /// <summary>The answer, or a refusal that names the formats there are.</summary>
    /// <param name="http">The request.</param>
    /// <param name="format">The format asked for.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="document">Makes the document; not asked when the format is unknown.</param>
    public IResult Send(HttpContext http, string format, string name, Func<ReportDocument> document)
    {
        if (string.Equals(format, Pdf, StringComparison.OrdinalIgnoreCase)) return Printed(http, name, document);
        return ReportWriters.Find(format) is { } writer
            ? new ReportAnswer(turn, writer, name, document)
            : Problems.Of(new QueryMistake("format", "unknown", format, [.. ReportWriters.Formats, Pdf], NotFound: true), texts);
    }

    /// <summary>Where there is no browser, what can be printed by the reader's own is named.</summary>
    private IResult Printed(HttpContext http, string name, Func<ReportDocument> document)
    {
        var path = http.Request.Path.Value ?? "";
        var html = $"{(path.EndsWith(Pdf, StringComparison.OrdinalIgnoreCase) ? path[..^Pdf.Length] + "html" : path)}{http.Request.QueryString}";
        return printer.IsAvailable
            ? new PdfAnswer(turn, printer, name, document, () => Problems.Of(StatusCodes.Status503ServiceUnavailable, "pdf.failed", texts["pdf.failed", html], texts, ("html", html)))
            : Problems.Of(StatusCodes.Status501NotImplemented, "pdf.none", texts["pdf.none", html], texts, ("html", html));
    }
}

using System.Net.Mime;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Printing;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Api;

/// <summary>A document that a browser prints.</summary>
internal sealed class PdfAnswer(ReportTurn turn, PdfPrinter printer, string name, Func<ReportDocument> document, Func<IResult> failed) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var making = WebMeters.Document(ReportDownload.Pdf);
        await using var page = await turn.WriteAsync(new HtmlWriter(), document, httpContext.RequestAborted);
        if (await printer.PrintAsync(page.ToArray(), httpContext.RequestAborted) is not { } pdf)
        {
            await failed().ExecuteAsync(httpContext);
            return;
        }
        await using var file = new MemoryStream(pdf);
        await ReportAnswer.SendAsync(httpContext, file, MediaTypeNames.Application.Pdf, $"{name}.{ReportDownload.Pdf}", inline: false);
    }
}

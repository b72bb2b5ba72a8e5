using System.Net.Mime;
using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Guarding;

namespace Rollout.Web.Api;

/// <summary>A document that is written when its turn comes.</summary>
internal sealed class ReportAnswer(ReportTurn turn, IReportWriter writer, string name, Func<ReportDocument> document) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var output = await turn.WriteAsync(writer, document, httpContext.RequestAborted);
        await SendAsync(httpContext, output, writer.ContentType, $"{name}.{writer.Format}", writer.Format == "html");
    }

    /// <summary>Sends a file.</summary>
    public static Task SendAsync(HttpContext http, MemoryStream file, string contentType, string name, bool inline)
    {
        http.Response.Headers.ContentDisposition = new ContentDisposition { FileName = name, Inline = inline }.ToString();
        if (inline) http.Response.Headers.ContentSecurityPolicy = ContentPolicy.Document;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = file.Length;
        return file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

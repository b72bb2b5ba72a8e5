using Rollout.Core.Reports;

namespace Rollout.Documents;

/// <summary>Prints a document in one format: the same document always gives the same bytes.</summary>
public interface IReportWriter
{
    /// <summary>The format's short name, also the file's ending: <c>docx</c>.</summary>
    string Format { get; }

    /// <summary>The media type to send it under.</summary>
    string ContentType { get; }

    /// <summary>Prints the document; the stream need not seek and stays open.</summary>
    void Write(ReportDocument document, Stream output);
}

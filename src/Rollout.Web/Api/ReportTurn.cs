using Rollout.Core.Reports;
using Rollout.Documents;
using Rollout.Web.Telemetry;

namespace Rollout.Web.Api;

/// <summary>Documents are written one after the other for each core but one: however many are asked for at once, pages keep a core of their own.</summary>
internal sealed class ReportTurn : IDisposable
{
    private static readonly int Slots = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly SemaphoreSlim _turn = new(Slots, Slots);

    /// <summary>Makes and writes a document when its turn comes.</summary>
    public async Task<MemoryStream> WriteAsync(IReportWriter writer, Func<ReportDocument> document, CancellationToken ct)
    {
        using var making = WebMeters.Document(writer.Format);
        await _turn.WaitAsync(ct);
        try
        {
            var output = new MemoryStream();
            writer.Write(document(), output);
            output.Position = 0;
            return output;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}

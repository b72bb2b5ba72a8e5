using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>Plays the faults that are not X-Road's own.</summary>
internal static class FaultReplies
{
    private const int SlowMilliseconds = 3000;
    private const int Megabytes = 100;
    private static readonly TimeSpan DripEvery = TimeSpan.FromMilliseconds(100);
    private static readonly byte[] Megabyte = new byte[1024 * 1024];

    /// <summary>A gzip stream may have many members: one megabyte packed, so many times over, unpacks to all of them.</summary>
    private static readonly Lazy<byte[]> Packed = new(() =>
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Megabyte);
        return packed.ToArray();
    });

    /// <summary>Says true when the fault was the whole answer; a slow service still gives its own afterwards.</summary>
    public static async Task<bool> PlayAsync(HttpContext context, FaultWindow fault, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        switch (fault.Kind)
        {
            case FaultKind.Down:
                context.Abort();
                return true;
            case FaultKind.Reset:
                LineFaults.Reset(context.Features);
                return true;
            case FaultKind.Timeout:
                await WaitAsync(Timeout.InfiniteTimeSpan, end.Token);
                context.Abort();
                return true;
            case FaultKind.Slow:
                await WaitAsync(TimeSpan.FromMilliseconds(fault.Milliseconds ?? SlowMilliseconds), end.Token);
                return context.RequestAborted.IsCancellationRequested;
            case FaultKind.HttpError:
                await HttpReplies.WriteAsync(context, fault.Status ?? StatusCodes.Status500InternalServerError, "text/plain", fault.Message ?? "");
                return true;
            case FaultKind.BadBody:
                await HttpReplies.WriteAsync(context, StatusCodes.Status200OK, "text/html", fault.Message ?? "<!doctype html><title></title>");
                return true;
            case FaultKind.RedirectLoop:
                context.Response.Redirect(fault.Message ?? context.Request.Path);
                return true;
            case FaultKind.Drip:
                await DripAsync(context, end.Token);
                return true;
            case FaultKind.HugeBody:
                await RepeatAsync(context, Megabyte, end.Token);
                return true;
            case FaultKind.Bomb:
                context.Response.Headers.ContentEncoding = "gzip";
                await RepeatAsync(context, Packed.Value, end.Token);
                return true;
            default:
                return false;
        }
    }

    private static async Task DripAsync(HttpContext context, CancellationToken end)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Megabyte.Length;
        while (!end.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync("["u8.ToArray(), CancellationToken.None);
            await context.Response.Body.FlushAsync(CancellationToken.None);
            await WaitAsync(DripEvery, end);
        }
        context.Abort();
    }

    private static async Task RepeatAsync(HttpContext context, byte[] part, CancellationToken end)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = (long)part.Length * Megabytes;
        for (var i = 0; i < Megabytes && !end.IsCancellationRequested; i++) await context.Response.Body.WriteAsync(part, CancellationToken.None);
    }

    private static async Task WaitAsync(TimeSpan time, CancellationToken end) =>
        await Task.Delay(time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

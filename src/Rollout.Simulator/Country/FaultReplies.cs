using Microsoft.AspNetCore.Http;

namespace Rollout.Simulator;

/// <summary>Plays the faults that are not X-Road's own.</summary>
internal static class FaultReplies
{
    private const int SlowMilliseconds = 3000;

    /// <summary>Says true when the fault was the whole answer; a slow service still gives its own afterwards.</summary>
    public static async Task<bool> PlayAsync(HttpContext context, FaultWindow fault, CancellationToken stopping)
    {
        switch (fault.Kind)
        {
            case FaultKind.Down:
                context.Abort();
                return true;
            case FaultKind.Timeout:
                await WaitAsync(context, Timeout.InfiniteTimeSpan, stopping);
                context.Abort();
                return true;
            case FaultKind.Slow:
                await WaitAsync(context, TimeSpan.FromMilliseconds(fault.Milliseconds ?? SlowMilliseconds), stopping);
                return context.RequestAborted.IsCancellationRequested;
            case FaultKind.HttpError:
                await HttpReplies.WriteAsync(context, fault.Status ?? StatusCodes.Status500InternalServerError, "text/plain", fault.Message ?? "");
                return true;
            case FaultKind.BadBody:
                await HttpReplies.WriteAsync(context, StatusCodes.Status200OK, "text/html", fault.Message ?? "<!doctype html><title></title>");
                return true;
            default:
                return false;
        }
    }

    private static async Task WaitAsync(HttpContext context, TimeSpan time, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

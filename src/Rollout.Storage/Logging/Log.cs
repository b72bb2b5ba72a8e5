using Microsoft.Extensions.Logging;

namespace Rollout.Storage.Logging;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The ledger's chain holds: {Count} entries")]
    public static partial void ChainHolds(ILogger logger, long count);

    [LoggerMessage(2, LogLevel.Critical, "The ledger's chain is broken at entry {Seq}: nothing more is written")]
    public static partial void ChainBroken(ILogger logger, long seq);

    [LoggerMessage(3, LogLevel.Warning, "The ledger could not be followed; it is tried again")]
    public static partial void FollowingFailed(ILogger logger, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "A batch of probe samples could not be written and is lost")]
    public static partial void SamplesLost(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "The ledger's chain could not be walked to its end; the next start walks it again")]
    public static partial void ChainNotWalked(ILogger logger, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "A line of the security log ({Kind}) could not be written")]
    public static partial void SecurityLineLost(ILogger logger, Exception exception, string kind);

    [LoggerMessage(7, LogLevel.Warning, "That a key was used could not be remembered")]
    public static partial void KeyUseLost(ILogger logger, Exception exception);
}

namespace Rollout.Web.Logging;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Open at {Urls}; everything is kept in {Folder}; {Version}")]
    public static partial void Opened(ILogger logger, string urls, string folder, string version);

    [LoggerMessage(2, LogLevel.Debug, "A simulated person was refused: {Refusal}")]
    public static partial void PersonRefused(ILogger logger, string refusal);

    [LoggerMessage(3, LogLevel.Information, "The demo starts at {Start} and runs {Speed} times as fast")]
    public static partial void DemoStarted(ILogger logger, DateTimeOffset start, double speed);

    [LoggerMessage(4, LogLevel.Warning, "A sweep still runs when the next is due; it is not overlapped")]
    public static partial void SweepLate(ILogger logger);

    [LoggerMessage(5, LogLevel.Error, "A sweep of {Programme} ended early; the next is tried as planned")]
    public static partial void SweepFailed(ILogger logger, Exception exception, string programme);

    [LoggerMessage(7, LogLevel.Warning, "Incident opened in {Programme} {Phase}: {Owner} {Code}, {Touched} participants show it")]
    public static partial void IncidentOpened(ILogger logger, string programme, string phase, string owner, string code, int touched);

    [LoggerMessage(8, LogLevel.Information, "Incident closed in {Programme} {Phase}: {Owner}")]
    public static partial void IncidentClosed(ILogger logger, string programme, string phase, string owner);

    [LoggerMessage(9, LogLevel.Warning, "No reference can be reached: our own network is out, {Programme} is not swept")]
    public static partial void OwnNetworkOut(ILogger logger, string programme);

    [LoggerMessage(6, LogLevel.Error, "The link that makes the first administrator could not be made; the next start tries again")]
    public static partial void SetupLinkFailed(ILogger logger, Exception exception);

    [LoggerMessage(10, LogLevel.Information, "Stopping: for {Drain} s everything is still answered, and within {Limit} s all ends")]
    public static partial void Stopping(ILogger logger, double drain, double limit);

    [LoggerMessage(12, LogLevel.Warning, "The scheduler could not be kept from beginning jobs; it ends with the program")]
    public static partial void StandbyFailed(ILogger logger, Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "What other nodes have seen cannot be read for now")]
    public static partial void OthersUnread(ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Error, "Version {Version} of {Programme} cannot be served, what the file says is served in its place: {Mistake}")]
    public static partial void VersionPassed(ILogger logger, string programme, int version, string mistake);

    [LoggerMessage(20, LogLevel.Warning, "{Program} printed no pdf: {Why}")]
    public static partial void NotPrinted(ILogger logger, string program, string why);

    [LoggerMessage(21, LogLevel.Warning, "The folder {Folder} of a printing could not be removed: {Why}")]
    public static partial void NotRemoved(ILogger logger, string folder, string why);

    [LoggerMessage(30, LogLevel.Information, "Reminders sent: {Sent}, not sent: {Failed}")]
    public static partial void DigestsSent(ILogger logger, int sent, int failed);

    [LoggerMessage(31, LogLevel.Warning, "A reminder could not be sent, and is tried again: {Problem} {Answer}")]
    public static partial void DigestFailed(ILogger logger, string problem, string answer);

    [LoggerMessage(40, LogLevel.Information, "Backed up to {Folder}: {Count} ledger entries, {Bytes} bytes; {Removed} older ones removed")]
    public static partial void BackedUp(ILogger logger, string folder, long count, long bytes, int removed);

    [LoggerMessage(41, LogLevel.Error, "No backup was made; the older ones are untouched, and the next is tried as planned")]
    public static partial void NotBackedUp(ILogger logger, Exception exception);

    [LoggerMessage(42, LogLevel.Error, "The calendar of working days cannot be read, so weekends alone are counted as days off: {Mistake}")]
    public static partial void CalendarMistaken(ILogger logger, string mistake);
}

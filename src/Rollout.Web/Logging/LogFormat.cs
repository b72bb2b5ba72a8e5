using Microsoft.Extensions.Options;

namespace Rollout.Web.Logging;

/// <summary>How the log is written: a line for people, or with <c>Logging:Format=json</c> an object a line for what gathers logs.</summary>
internal static class LogFormat
{
    private const string Setting = "Logging:Format";

    /// <summary>Adds it.</summary>
    /// <exception cref="OptionsValidationException">There is no such format.</exception>
    public static void AddFormat(this ILoggingBuilder logging, IConfiguration configuration)
    {
        switch (configuration[Setting] ?? "plain")
        {
            case "plain":
                logging.AddSimpleConsole(o => o.SingleLine = true);
                // It would give every request an activity of its own, whose number these lines do not show.
                logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
                break;
            case "json":
                logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
                logging.AddJsonConsole(o => (o.IncludeScopes, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
                break;
            case var other:
                throw new OptionsValidationException(Setting, typeof(LogFormat), [$"{Setting}: {other} (plain, json)"]);
        }
    }
}

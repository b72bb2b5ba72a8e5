using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Web.Components.Shared;
using Rollout.Web.Jobs;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>What the API says of probes. Addresses, and words that may name one, are for those who may read the participant's addresses.</summary>
internal static class ProbeAnswers
{
    /// <summary>A probe at a target.</summary>
    public static object Of(ProbeLine line, bool open, Texts texts) => new
    {
        Participant = line.Participant.Code,
        line.Participant.Name,
        line.Target.Phase,
        line.Target.Role,
        Probe = line.Probe.Key,
        line.Steps,
        line.Latest?.At,
        Passed = line.Latest is null ? (bool?)null : line.Fault is null,
        Streak = new { line.Streak.Passes, line.Streak.Failures, line.Since },
        Fault = FaultOf(line.Fault, open, texts),
        Timings = TimingsOf(line.Latest?.Timings),
        line.CertificateEnds,
        State = Words.Of(line.State),
        // Of the past, where no single result is kept any more.
        Rolled = line.Rolled is { } span ? new { span.From, span.To, span.Passes, span.Failures, span.Unseen } : null,
        line.Quiet,
    };

    /// <summary>A run: how far it is, what is being looked at, and what was seen.</summary>
    /// <param name="run">The run.</param>
    /// <param name="board">Who takes part.</param>
    /// <param name="open">Whether the reader may see what was said at a target.</param>
    /// <param name="texts">The words.</param>
    public static object Of(ProbeRun run, Board board, Func<ProbeTarget, bool> open, Texts texts)
    {
        var (results, current) = (run.Results, run.Current);
        return new
        {
            run.Id,
            run.Total,
            Done = results.Length,
            Ended = run.Ended is { } ended ? HanoiTime.Local(ended) : (DateTimeOffset?)null,
            run.Cancelled,
            Current = current is null ? null : new { Participant = current.Target.Participant.Code, board[current.Target.Participant].Participant.Name, current.Target.Phase, Probe = current.Definition.Key },
            Results = results.Select(r => new
            {
                Participant = r.Target.Participant.Code,
                board[r.Target.Participant].Participant.Name,
                r.Target.Phase,
                r.Target.Role,
                r.Probe,
                r.At,
                r.Passed,
                Fault = FaultOf(r.Fault, open(r.Target), texts),
                Timings = TimingsOf(r.Timings),
                CertificateEnds = r.CertificateEnds is { } ends ? HanoiTime.Local(ends) : (DateTimeOffset?)null,
            }),
        };
    }

    /// <summary>A fault: its owner and reason for everybody, what was said for those who work with the participant.</summary>
    private static object? FaultOf(Fault? fault, bool open, Texts texts) => fault is null ? null : new
    {
        fault.Owner,
        fault.Code,
        Message = open && fault.Detail.Length > 0 ? $"{texts.Fault(fault.Code)}: {fault.Detail}" : texts.Fault(fault.Code),
    };

    /// <summary>How long it took, in milliseconds.</summary>
    private static object? TimingsOf(ProbeTimings? timings) =>
        timings is null ? null : new { timings.Name, timings.Connect, timings.Tls, timings.FirstByte, timings.Total };
}

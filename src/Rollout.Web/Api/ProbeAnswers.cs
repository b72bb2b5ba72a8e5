using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Web.Components.Shared;
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
        Quiet = line.Quiet ? line.Probing is { } probing ? Words.Of(probing.Consent) : "unasked" : null,
    };

    /// <summary>A fault: its owner and reason for everybody, what was said for those who work with the participant.</summary>
    public static object? FaultOf(Fault? fault, bool open, Texts texts) => fault is null ? null : new
    {
        fault.Owner,
        fault.Code,
        Message = open && fault.Detail.Length > 0 ? $"{texts.Fault(fault.Code)}: {fault.Detail}" : texts.Fault(fault.Code),
    };

    /// <summary>How long it took, in milliseconds.</summary>
    public static object? TimingsOf(ProbeTimings? timings) =>
        timings is null ? null : new { timings.Name, timings.Connect, timings.Tls, timings.FirstByte, timings.Total };
}

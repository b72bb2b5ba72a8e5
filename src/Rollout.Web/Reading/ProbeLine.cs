using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Quiet;
using Rollout.Core.Steps;
using Rollout.Core.Verification;
using Rollout.Core.Wording;
using Rollout.Storage.Samples;

namespace Rollout.Web.Reading;

/// <summary>What is known of one probe at one target.</summary>
/// <param name="Place">Its place when nothing else is asked for: official order, then the programme's own.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Target">Where; its address is for those who may see it.</param>
/// <param name="Probe">Which check.</param>
/// <param name="Steps">Keys of the steps that it is for.</param>
/// <param name="State">What its streak comes to.</param>
/// <param name="Streak">Its results in a row.</param>
/// <param name="Marks">The latest results, newest first.</param>
/// <param name="Probing">What the participant says of being probed.</param>
/// <param name="Window">The maintenance window that it is in; null when in none.</param>
public sealed record ProbeLine(
    int Place, Participant Participant, ProbeTarget Target, ProbeDefinition Probe, ImmutableArray<string> Steps, VerificationState State, Streak Streak,
    ImmutableArray<ProbeSample> Marks, ProbingFact? Probing, MaintenanceWindow? Window)
{
    /// <summary>Of the past: how many results there were about that time, where none of them is kept; null when some are, or nothing is known.</summary>
    public SampleSpan? Rolled { get; init; }

    /// <summary>Its participant was joined with others, or its programme is closed: nobody looks there any more.</summary>
    public bool Retired { get; init; }

    /// <summary>Its key within a programme.</summary>
    public string Key => $"{Target.Id}-{Probe.Key}";

    /// <summary>The latest result; null when there is none.</summary>
    public ProbeSample? Latest => Marks.IsEmpty ? null : Marks[0];

    /// <summary>The fault of the latest result; null after a pass, or without a result.</summary>
    public Fault? Fault => Streak.Last;

    /// <summary>When the certificate ends that was shown last.</summary>
    public DateTimeOffset? CertificateEnds => Marks.FirstOrDefault(m => m.CertificateEnds is not null)?.CertificateEnds;

    /// <summary>Why nobody looks there now, in a word of the public contract; null when somebody does.</summary>
    public string? Quiet => Retired ? "retired" : Probing switch
    {
        null => "unasked",
        { Consent: not ProbingConsent.Agreed } => Words.Of(Probing.Consent),
        _ => Window is null ? null : "maintenance",
    };

    /// <summary>Since when its results are what they are, as far back as the marks go; null when that is longer ago, or never.</summary>
    public DateTimeOffset? Since
    {
        get
        {
            if (Streak.FailingSince is { } failing) return failing;
            DateTimeOffset? first = null;
            foreach (var mark in Marks)
            {
                if (mark.Fault is { } fault && FaultOwner.IsParticipants(fault.Owner)) return first;
                if (mark.Fault is null) first = mark.At;
            }
            return Marks.Length < ProbeReading.Shown ? first : null;
        }
    }

    /// <summary>How many results in a row it takes for another verdict, while there are fewer; null when the results say the same as the verdict.</summary>
    public int? Needed => State switch
    {
        VerificationState.Stale => null,
        not VerificationState.Failing when Streak.Failures > 0 => Probe.Policy.FailAfter,
        not VerificationState.Passing when Streak.Passes > 0 => Probe.Policy.AdvanceAfter,
        _ => null,
    };

    /// <summary>Whole days until the certificate ends, real time; negative once it has ended.</summary>
    public int? CertificateDays(DateTimeOffset realNow) => CertificateEnds is { } ends ? (int)Math.Floor((ends - realNow).TotalDays) : null;

    /// <summary>Whether another line shows the same.</summary>
    public bool Same(ProbeLine other) =>
        Key == other.Key && State == other.State && Streak == other.Streak && Latest == other.Latest && Marks.Length == other.Marks.Length && Quiet == other.Quiet && Rolled == other.Rolled;
}

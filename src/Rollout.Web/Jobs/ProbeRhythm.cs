using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Rollout.Core.Verification;

namespace Rollout.Web.Jobs;

/// <summary>
/// When each target was last looked at, and for how long it has not passed: who is dead for long is looked at more seldom, until it passes
/// once. In memory, so that a restart looks at everybody at once. Real time.
/// </summary>
public sealed class ProbeRhythm(TimeProvider time)
{
    private readonly ConcurrentDictionary<(long Target, string Probe), Beat> _beats = [];

    /// <summary>Notes a result.</summary>
    public void Note(ProbeResult result)
    {
        var now = time.GetTimestamp();
        _beats.AddOrUpdate(
            (result.Target.Id, result.Probe), static (_, x) => new(x.now, x.At, x.Passed ? 0 : 1),
            static (_, beat, x) => new(x.now, x.At, x.Passed ? 0 : beat.WithoutPass + 1), (now, result.At, result.Passed));
    }

    /// <summary>Whether a target was looked at since an instant, by whichever node.</summary>
    public bool IsSeen(long target, string probe, DateTimeOffset since) => _beats.TryGetValue((target, probe), out var beat) && beat.Seen >= since;

    /// <summary>Whether a sweep should look at a target. Half an interval early is still on time: sweeps spread.</summary>
    public bool IsDue(long target, string probe, TimeSpan every) =>
        Factor(target, probe) is var factor && (factor == 1 || time.GetElapsedTime(_beats[(target, probe)].At) >= every * (factor - 0.5));

    /// <summary>How often it is looked at now, as a multiple of its probe's interval.</summary>
    public int Factor(long target, string probe) => BackOff.Factor(_beats.GetValueOrDefault((target, probe)).WithoutPass);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Beat(long At, DateTimeOffset Seen, int WithoutPass);
}

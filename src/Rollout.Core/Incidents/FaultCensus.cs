using System.Collections.Immutable;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;

namespace Rollout.Core.Incidents;

/// <summary>
/// Counts, result by result, who shows a fault of which shared part. In memory and for one programme; not for two threads at once. What it
/// knows comes back with the first sweep after a restart.
/// </summary>
public sealed class FaultCensus
{
    private readonly HashSet<ParticipantId> _seen = [];
    private readonly Dictionary<(ProbeTarget Target, string Probe), SharedPart> _suspects = [];
    private readonly Dictionary<SharedPart, Dictionary<ParticipantId, int>> _touched = [];

    /// <summary>Counts a result as it was seen, before anybody's fault is put on somebody else.</summary>
    /// <param name="probe">The check.</param>
    /// <param name="target">Where.</param>
    /// <param name="fault">What it said, null when it passed.</param>
    /// <param name="news">Whether a fault here says anything new: it has passed before, and has not been failing for long.</param>
    /// <returns>The part it speaks against; null when it speaks against none.</returns>
    public SharedPart? Count(ProbeDefinition probe, ProbeTarget target, Fault? fault, bool news)
    {
        SharedPart? part = fault is not null && SharedFaults.SuspectOf(probe, fault, news) is { } owner ? new(target.Phase, owner) : null;
        var place = (target, probe.Key);
        _seen.Add(target.Participant);
        if (_suspects.Remove(place, out var before)) Add(before, target.Participant, -1);
        if (part is not { } now) return null;
        _suspects[place] = now;
        Add(now, target.Participant, 1);
        return now;
    }

    /// <summary>Who shows a fault of a part.</summary>
    public IReadOnlyCollection<ParticipantId> Touched(SharedPart part) => _touched.GetValueOrDefault(part)?.Keys ?? (IReadOnlyCollection<ParticipantId>)[];

    /// <summary>Whether any result of a participant has been counted yet.</summary>
    public bool HasSeen(ParticipantId participant) => _seen.Contains(participant);

    /// <summary>Where a fault of a part shows.</summary>
    public ImmutableArray<(ProbeTarget Target, string Probe)> Places(SharedPart part) => [.. _suspects.Where(s => s.Value == part).Select(s => s.Key)];

    /// <summary>Forgets the places that are looked at no more: they say nothing of others.</summary>
    public void Keep(IReadOnlySet<ProbeTarget> targets)
    {
        foreach (var (place, part) in _suspects.Where(s => !targets.Contains(s.Key.Target)).ToList())
        {
            _suspects.Remove(place);
            Add(part, place.Target.Participant, -1);
        }
    }

    private void Add(SharedPart part, ParticipantId participant, int more)
    {
        if (!_touched.TryGetValue(part, out var all)) _touched[part] = all = [];
        var count = all.GetValueOrDefault(participant) + more;
        if (count > 0) all[participant] = count;
        else all.Remove(participant);
    }
}

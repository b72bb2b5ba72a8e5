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
    private readonly Dictionary<SharedPart, Dictionary<ParticipantId, HashSet<string>>> _touched = [];
    private readonly Dictionary<SharedPart, Dictionary<ParticipantId, HashSet<string>>> _seen = [];
    private readonly Dictionary<(string Phase, ParticipantId Participant, string Probe), string> _suspects = [];

    /// <summary>Counts a result as it was seen, before anybody's fault is put on somebody else.</summary>
    /// <returns>The part it speaks against; null when it speaks against none.</returns>
    public SharedPart? Count(ProbeDefinition probe, ProbeTarget target, Fault? fault, bool everPassed)
    {
        foreach (var owner in Owners(probe)) Note(_seen, new(target.Phase, owner), target.Participant, probe.Key);
        var suspect = fault is null ? null : SharedFaults.SuspectOf(probe, fault, everPassed);
        var place = (target.Phase, target.Participant, probe.Key);
        if (_suspects.TryGetValue(place, out var before) && before != suspect) Forget(_touched, new(target.Phase, before), target.Participant, probe.Key);
        if (suspect is null)
        {
            _suspects.Remove(place);
            return null;
        }
        _suspects[place] = suspect;
        var part = new SharedPart(target.Phase, suspect);
        Note(_touched, part, target.Participant, probe.Key);
        return part;
    }

    /// <summary>A target that is looked at no more says nothing of others.</summary>
    public void Leave(string probe, ProbeTarget target)
    {
        foreach (var part in _seen.Keys.Where(p => p.Phase == target.Phase).ToList()) Forget(_seen, part, target.Participant, probe);
        if (_suspects.Remove((target.Phase, target.Participant, probe), out var suspect)) Forget(_touched, new(target.Phase, suspect), target.Participant, probe);
    }

    /// <summary>How many participants show a fault of a part, and how many were looked at through it.</summary>
    public (int Touched, int Seen) Of(SharedPart part) => (_touched.GetValueOrDefault(part)?.Count ?? 0, _seen.GetValueOrDefault(part)?.Count ?? 0);

    /// <summary>Who shows a fault of a part.</summary>
    public ImmutableArray<ParticipantId> Touched(SharedPart part) => [.. _touched.GetValueOrDefault(part)?.Keys ?? Enumerable.Empty<ParticipantId>()];

    private static IEnumerable<string> Owners(ProbeDefinition probe) =>
        new[] { FaultOwner.Self, probe.Via, probe.Registry, probe.Owner }.OfType<string>().Distinct(StringComparer.Ordinal);

    private static void Note(Dictionary<SharedPart, Dictionary<ParticipantId, HashSet<string>>> book, SharedPart part, ParticipantId participant, string probe)
    {
        if (!book.TryGetValue(part, out var all)) book[part] = all = [];
        if (!all.TryGetValue(participant, out var probes)) all[participant] = probes = new(StringComparer.Ordinal);
        probes.Add(probe);
    }

    private static void Forget(Dictionary<SharedPart, Dictionary<ParticipantId, HashSet<string>>> book, SharedPart part, ParticipantId participant, string probe)
    {
        if (!book.TryGetValue(part, out var all) || !all.TryGetValue(participant, out var probes)) return;
        probes.Remove(probe);
        if (probes.Count == 0) all.Remove(participant);
    }
}

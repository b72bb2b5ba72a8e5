using System.Collections.Concurrent;
using Rollout.Core.Incidents;
using Rollout.Core.Programmes;
using Rollout.Core.Verification;
using Rollout.Probing;
using Rollout.Storage.Samples;
using Rollout.Storage.Time;
using Rollout.Web.Logging;

namespace Rollout.Web.Jobs;

/// <summary>
/// Rule 4 of product.md across participants: looks at every result before it is counted, and when most of them show a fault of the same shared
/// part makes one incident of it, puts the faults on whoever runs that part, and takes back what was counted against the participants.
/// </summary>
public sealed class IncidentWatch(IncidentBook book, ProbeSamples samples, StreakBook streaks, Targets targets, DomainClock clock, ILogger<IncidentWatch> log)
{
    /// <summary>The phase of an incident that touches every phase: our own network.</summary>
    public const string AnyPhase = "";

    /// <summary>A target that has been failing for this many results has a trouble of its own, and says nothing of others.</summary>
    private const int Old = 6;

    private readonly ConcurrentDictionary<string, FaultCensus> _censuses = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly HashSet<long> _known = [];
    private readonly Dictionary<(string Programme, SharedPart Part), int> _populations = [];

    /// <summary>A result as it will be counted: with the fault on the one whose incident it is.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="result">What was seen.</param>
    /// <returns>The result, and whose verdicts must be looked at again because something was taken back.</returns>
    public (ProbeResult Result, IReadOnlyCollection<ProbeTarget> Forgiven) Attribute(Programme programme, ProbeResult result)
    {
        var probe = programme.FindProbe(result.Probe)!;
        var streak = streaks.Of(result.Target.Id, result.Probe);
        lock (_gate)
        {
            var census = _censuses.GetOrAdd(programme.Key, _ => new());
            var part = census.Count(probe, result.Target, result.Fault, streak is { EverPassed: true, Failures: < Old });
            var open = book.Open(programme.Key);
            foreach (var incident in open.Where(i => i.Part.Phase == result.Target.Phase && i.Part != part)) EndIfOver(programme, census, incident);
            if (part is not { } suspected) return (result, []);
            if (open.FirstOrDefault(i => i.Part == suspected) is { } known)
            {
                book.Touch(known, result.Target.Participant, result.At);
                return (On(suspected, result), []);
            }
            var touched = census.Touched(suspected);
            if (!SharedFaults.Opens(touched.Count, Population(programme, suspected))) return (result, []);
            return (On(suspected, result), Begin(programme, census, suspected, result));
        }
    }

    /// <summary>What another node has seen: counted, so that what most of the country shows is known here too; judged where it was seen.</summary>
    public void Observe(Programme programme, ProbeResult result)
    {
        if (programme.FindProbe(result.Probe) is not { } probe) return;
        lock (_gate)
            _censuses.GetOrAdd(programme.Key, _ => new()).Count(probe, result.Target, result.Fault, streaks.Of(result.Target.Id, result.Probe) is { EverPassed: true, Failures: < Old });
    }

    /// <summary>Our own network is gone, or back: one incident of everybody's.</summary>
    public void OwnNetwork(Programme programme, bool works)
    {
        var part = new SharedPart(AnyPhase, FaultOwner.Self);
        var open = book.Open(programme.Key).FirstOrDefault(i => i.Part == part);
        if (works && open is not null) book.End(open, clock.Now);
        if (!works && open is null) book.Begin(programme.Key, part, FaultCodes.SelfNetwork, "", clock.Now, []);
    }

    /// <summary>Begins a sweep: targets that went say nothing of others any more, and what another process has opened is known.</summary>
    public void Refresh(Programme programme)
    {
        book.Refresh();
        lock (_gate)
        {
            // An incident that another node has opened took faults back there: what is counted here is read anew.
            var opened = book.Open(programme.Key).Where(i => !_known.Contains(i.Id)).ToList();
            foreach (var incident in opened) streaks.Reopen([.. targets.All.Where(t => t.Programme == programme.Key && t.Phase == incident.Part.Phase && incident.Touched.Contains(t.Participant)).Select(t => t.Id)]);
            _known.UnionWith(opened.Select(i => i.Id));
            _populations.Clear();
            if (_censuses.TryGetValue(programme.Key, out var census)) census.Keep(targets.All.ToHashSet());
        }
    }

    private static ProbeResult On(SharedPart part, ProbeResult result) => result with { Fault = result.Fault! with { Owner = part.Owner } };

    private HashSet<ProbeTarget> Begin(Programme programme, FaultCensus census, SharedPart part, ProbeResult result)
    {
        var places = census.Places(part);
        var since = places.Select(p => streaks.Of(p.Target.Id, p.Probe).FailingSince).Append(result.At).Min() ?? result.At;
        var incident = book.Begin(programme.Key, part, result.Fault!.Code, result.Fault.Detail, since, census.Touched(part));
        _known.Add(incident.Id);
        samples.Forgive([.. places.Select(p => (p.Target.Id, p.Probe))], part.Owner);
        Log.IncidentOpened(log, programme.Key, part.Phase, part.Owner, result.Fault.Code, census.Touched(part).Count);
        return [.. places.Select(p => p.Target)];
    }

    private void EndIfOver(Programme programme, FaultCensus census, Incident incident)
    {
        var touched = census.Touched(incident.Part).Count;
        // After a restart nobody has been seen yet: that nobody shows it means nothing.
        if (!SharedFaults.Closes(touched, Population(programme, incident.Part)) || !SeenAgain(census, incident)) return;
        book.End(incident, clock.Now);
        Log.IncidentClosed(log, programme.Key, incident.Part.Phase, incident.Part.Owner);
    }

    private static bool SeenAgain(FaultCensus census, Incident incident) => 2 * incident.Touched.Count(census.HasSeen) >= incident.Touched.Length;

    /// <summary>How many participants' checks pass a part; counted once a sweep.</summary>
    private int Population(Programme programme, SharedPart part)
    {
        if (_populations.TryGetValue((programme.Key, part), out var known)) return known;
        var roles = programme.Probes.Where(p => SharedFaults.Concerns(p, part.Owner)).Select(p => p.Role).ToHashSet(StringComparer.Ordinal);
        return _populations[(programme.Key, part)] =
            targets.All.Where(t => t.Programme == programme.Key && t.Phase == part.Phase && roles.Contains(t.Role)).Select(t => t.Participant).Distinct().Count();
    }
}

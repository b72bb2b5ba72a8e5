using System.Collections.Immutable;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Samples;

namespace Rollout.Web.Reading;

/// <summary>What the probes of a step have seen lately: the evidence beside what people say.</summary>
public sealed class EvidenceReading(Targets targets, SampleReader samples)
{
    /// <summary>By probe of the step that may look in the phase, its last results.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="count">How many results of each.</param>
    public ImmutableArray<SeenProbe> Of(Programme programme, StepKey cell, int count) =>
    [
        .. from key in programme.FindStep(cell.Step)!.Settlement.Probes
           let probe = programme.FindProbe(key)!
           where probe.Phases.Contains(cell.Phase)
           let target = targets.Find(programme.Key, cell.Participant, cell.Phase, probe.Role)
           select new SeenProbe(probe, target, target is null ? [] : samples.Latest(target.Id, key, count)),
    ];
}

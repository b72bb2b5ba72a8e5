using System.Collections.Immutable;

namespace Rollout.Web.Jobs;

/// <summary>The schedule as this node sees it.</summary>
/// <param name="State">Where this node's scheduler is.</param>
/// <param name="Jobs">Its jobs by name.</param>
/// <param name="Nodes">Those who share the jobs, this one first.</param>
public sealed record ScheduleView(ScheduleState State, ImmutableArray<JobLine> Jobs, ImmutableArray<NodeLine> Nodes);

using System.Collections.Immutable;
using Rollout.Core.Boards;

namespace Rollout.Core.Reports;

/// <summary>Where a region stands.</summary>
/// <param name="Name">The region.</param>
/// <param name="Participants">How many take part there.</param>
/// <param name="Systems">Counts by system, in the programme's order.</param>
internal sealed record RegionRow(string Name, int Participants, ImmutableArray<SystemCount> Systems)
{
    /// <summary>All regions together.</summary>
    public static RegionRow Sum(ImmutableArray<RegionRow> rows) => new(
        "", rows.Sum(r => r.Participants),
        [.. rows[0].Systems.Select((s, i) => new SystemCount(
            s.System, rows.Sum(r => r.Systems[i].Completed), rows.Sum(r => r.Systems[i].InProgress), rows.Sum(r => r.Systems[i].NotStarted), rows.Sum(r => r.Systems[i].Unknown)))]);
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Core.Reports;

/// <summary>Counts a phase by region; none where the participants have no regions.</summary>
internal static class RegionRows
{
    public static ImmutableArray<RegionRow> Of(Board board, string phase, DateTimeOffset asOf) =>
    [
        .. from row in board.Rows
           where row.Participant.Region.Length > 0
           group row by row.Participant.Region into region
           orderby PlainText.Of(region.Key), region.Key
           select new RegionRow(region.Key, region.Count(), [.. board.Programme.Systems.Select(s => SystemCount.Of(board.Programme, region, s.Key, phase, asOf))]),
    ];

    public static ReportRecords Records(string name, Programme programme, ImmutableArray<RegionRow> rows) => new(
        name, ["region", "participants", .. programme.Systems.SelectMany(s => (string[])[$"{s.Key}.completed", $"{s.Key}.inProgress", $"{s.Key}.notStarted", $"{s.Key}.unknown"])],
        [.. rows.Select(r => (ImmutableArray<ReportCell>)
        [
            new(r.Name), ReportCell.Of(r.Participants),
            .. r.Systems.SelectMany(s => (ReportCell[])[ReportCell.Of(s.Completed), ReportCell.Of(s.InProgress), ReportCell.Of(s.NotStarted), ReportCell.Of(s.Unknown)]),
        ])]);
}

using System.Collections.Immutable;
using Rollout.Core.Reports;

namespace Rollout.Documents.Strings;

/// <summary>Divides a width among columns.</summary>
internal static class ColumnShares
{
    /// <summary>Whole shares in proportion to the columns' widths that add up to the total, however the widths add up.</summary>
    public static int[] Of(ImmutableArray<ReportColumn> columns, int total)
    {
        var weights = columns.Select(c => (long)Math.Max(c.Width, 1)).ToArray();
        var all = weights.Sum();
        var shares = new int[weights.Length];
        long upTo = 0;
        var before = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            upTo += weights[i];
            var edge = (int)(total * upTo / all);
            shares[i] = edge - before;
            before = edge;
        }
        return shares;
    }
}

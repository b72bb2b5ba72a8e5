using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;
using Rollout.Web.Measuring;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A query that says which measures, of which period, and from which end: <c>measure</c>, <c>period</c>, <c>order</c>.</summary>
/// <param name="several">Whether several measures and periods can be asked for.</param>
internal sealed class MeasureQuery(bool several) : IRequestQuery
{
    private const string Example = "2025-07-01..2025-10-28";

    /// <summary>The words for OpenAPI.</summary>
    public static readonly (string, string)[] Ranked =
    [
        ("period", "The days that the figures speak of: 2025-07-01..2025-10-28, a month or a year; the latest of which anybody has a figure when absent"),
        ("order", "best or worst first; best when absent"),
        ("since", "Also what differs from an earlier reading: as asOf, or publication:ID"),
        ("sinceKnownOn", "What was known at the earlier reading: as knownOn"),
    ];

    /// <summary>The words for OpenAPI, of the table to fill in.</summary>
    public static readonly (string, string)[] Filled =
    [
        ("measure", "Keys of measures, one or several separated by commas; all of them when absent"),
        ("period", "The days to be filled in, one or several separated by commas: 2025-07-01..2025-10-28, a month or a year; of each measure the latest of which anybody has a figure when absent"),
    ];

    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view)
    {
        if (!several && Split(query["period"]).Length > 1) return new("period", "period", query["period"]!, [Example], NotFound: false);
        if (Split(query["measure"]).FirstOrDefault(k => view.Programme.FindMeasure(k) is null) is { } unknown)
            return new("measure", "unknown", unknown, [.. view.Programme.Measures.Select(m => m.Key)], NotFound: false);
        if (Split(query["period"]).FirstOrDefault(p => FigurePeriod.Parse(p) is null) is { } wrong) return new("period", "period", wrong, [Example, "2025-10", "2025"], NotFound: false);
        if (query["order"].ToString() is { Length: > 0 } order && order is not ("best" or "worst")) return new("order", "unknown", order, ["best", "worst"], NotFound: false);
        return Columns(query, view).Length is > SheetHead.MostColumns - 3 and var columns ? new("period", "body", $"{columns}", [$"≤ {SheetHead.MostColumns - 3}"], NotFound: false) : null;
    }

    /// <summary>The one period that is asked for; null for the latest.</summary>
    public static FigurePeriod? Period(IQueryCollection query) => FigurePeriod.Parse(query["period"]);

    /// <summary>From which end.</summary>
    public static RankOrder Order(IQueryCollection query) => query["order"] == "worst" ? RankOrder.WorstFirst : RankOrder.BestFirst;

    /// <summary>The measures and periods that are asked for.</summary>
    public static ImmutableArray<(MeasureDefinition Measure, FigurePeriod Period)> Columns(IQueryCollection query, BoardView view)
    {
        var keys = Split(query["measure"]);
        var periods = Split(query["period"]).Select(p => FigurePeriod.Parse(p)!.Value).Distinct().ToList();
        return
        [
            .. from measure in view.Programme.Measures
               where keys.Length == 0 || keys.Contains(measure.Key)
               from period in periods.Count > 0 ? periods : [FigureTemplate.PeriodOf(view, measure)]
               select (measure, period),
        ];
    }

    private static string[] Split(Microsoft.Extensions.Primitives.StringValues words) =>
        [.. words.SelectMany(w => (w ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}

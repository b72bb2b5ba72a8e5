using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Trends;
using Rollout.Storage.Ledgers;
using Rollout.Web.Components.Charts;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Pages;

/// <summary>What the overview shows, read off a board once a change.</summary>
/// <param name="Summary">The numbers.</param>
/// <param name="Bars">The systems.</param>
/// <param name="Layer">How the map is coloured.</param>
/// <param name="Layers">How else it can be.</param>
/// <param name="Areas">What the map says.</param>
/// <param name="Attention">What wants an eye.</param>
/// <param name="Latest">What happened last.</param>
/// <param name="Trend">The days until now.</param>
public sealed record OverviewView(
    BoardSummary Summary, ImmutableArray<SystemBar> Bars, MapLayer? Layer, ImmutableArray<MapLayer> Layers, ImmutableArray<MapArea> Areas,
    ImmutableArray<AttentionItem> Attention, ImmutableArray<Happening> Latest, ImmutableArray<TrendPoint> Trend)
{
    private const int LatestShown = 6;

    /// <summary>Reads the overview of a view.</summary>
    public static OverviewView Of(Texts texts, BoardView view, LedgerReader ledger, TrendReading trend, string? map, Func<string, string> link)
    {
        var summary = BoardSummary.Of(view.Board, view.Phase.Key, view.AsOf);
        var layers = MapLayer.Of(texts, view.Programme);
        var layer = layers.FirstOrDefault(l => l.Key == map) ?? layers.FirstOrDefault();
        // Entries of other phases lie between: enough are read that the few shown are found.
        var latest = ledger.Latest(view.Programme.Key, view.Times, LatestShown * 12).Where(e => e.Phase is null || e.Phase == view.Phase.Key)
            .Select(e => Happening.Of(texts, view, e)).OfType<Happening>().Take(LatestShown);
        return new(
            summary, SystemBar.Of(texts, view, summary), layer, layers, layer?.Areas(texts, view, link) ?? [],
            Core.Boards.Attention.Of(view.Board, view.Phase.Key, view.AsOf), [.. latest], trend.Of(view));
    }

    /// <summary>A number, or none where nobody's state is known: no count would say what nobody has said.</summary>
    public int? Known(int count) => Summary.Unknown == Summary.Participants ? null : count;

    /// <summary>How many participants have their service in a state.</summary>
    public int In(ServiceState state) => Summary.Services.GetValueOrDefault(state);

    /// <summary>Steps done within the last week, as far as the trend knows.</summary>
    public int DoneThisWeek => Trend.Length < 8 ? 0 : Trend[^1].StepsDone - Trend[^8].StepsDone;
}

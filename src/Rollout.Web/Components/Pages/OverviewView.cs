using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Deadlines;
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
/// <param name="Due">What is overdue or soon due; null where nothing has a deadline.</param>
/// <param name="Latest">What happened last.</param>
/// <param name="Trend">The days until now, as they are drawn.</param>
/// <param name="DoneThisWeek">Steps done within the last week, as far as the trend knows.</param>
public sealed record OverviewView(
    BoardSummary Summary, ImmutableArray<SystemBar> Bars, MapLayer? Layer, ImmutableArray<MapLayer> Layers, ImmutableArray<MapArea> Areas,
    ImmutableArray<AttentionItem> Attention, DueReading? Due, ImmutableArray<Happening> Latest, ImmutableArray<TrendPoint> Trend, int DoneThisWeek)
{
    private const int LatestShown = 6;

    /// <summary>Reads the overview of a view.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="view">The board.</param>
    /// <param name="ledger">What happened last.</param>
    /// <param name="trend">The days until now.</param>
    /// <param name="deadlines">What is due.</param>
    /// <param name="map">The word of the layer that is wanted.</param>
    /// <param name="query">What links to a participant end with.</param>
    public static OverviewView Of(Texts texts, BoardView view, LedgerReader ledger, TrendReading trend, DeadlineReading deadlines, string? map, string query)
    {
        var summary = BoardSummary.Of(view.Board, view.Phase.Key, view.AsOf);
        var due = deadlines.Of(view);
        var layers = MapLayer.Of(texts, view.Programme, due is not null);
        var layer = layers.FirstOrDefault(l => l.Key == map) ?? layers.FirstOrDefault();
        // Entries of other phases lie between: enough are read that the few shown are found.
        var latest = ledger.Latest(view.Programme.Key, view.Times, LatestShown * 12).Where(e => e.Phase is null || e.Phase == view.Phase.Key)
            .Select(e => Happening.Of(texts, view, e)).OfType<Happening>().Take(LatestShown);
        var days = trend.Of(view);
        return new(
            summary, SystemBar.Of(texts, view, summary), layer, layers, layer?.Areas(texts, view, due, code => $"/participants/{code}{query}") ?? [],
            Core.Boards.Attention.Of(view.Board, view.Phase.Key, view.AsOf), due, [.. latest], days, days.Length < 8 ? 0 : days[^1].StepsDone - days[^8].StepsDone);
    }

    /// <summary>A number, or none where nobody's state is known: no count would say what nobody has said.</summary>
    public int? Known(int count) => Summary.Unknown == Summary.Participants ? null : count;

    /// <summary>How many participants have their service in a state.</summary>
    public int In(ServiceState state) => Summary.Services.GetValueOrDefault(state);

    /// <summary>
    /// The same, with every part that says what it said before as the same object: those who show it then see at a glance that there is nothing to draw.
    /// </summary>
    /// <param name="before">What was shown until now; null when nothing was.</param>
    public OverviewView After(OverviewView? before) => before is null ? this : this with
    {
        Bars = Same(before.Bars, Bars),
        Layers = Same(before.Layers, Layers),
        Areas = Same(before.Areas, Areas),
        Trend = DrawnAlike(before.Trend, Trend) ? before.Trend : Trend,
    };

    private static ImmutableArray<T> Same<T>(ImmutableArray<T> before, ImmutableArray<T> now) where T : class, IEquatable<T> => before.SequenceEqual(now)
        ? before : [.. now.Select((item, i) => i < before.Length && item.Equals(before[i]) ? before[i] : item)];

    /// <summary>A trend draws how many have completed each system, not single steps.</summary>
    private static bool DrawnAlike(ImmutableArray<TrendPoint> before, ImmutableArray<TrendPoint> now) => before.Length == now.Length &&
        before.Zip(now).All(p => p.First.Day == p.Second.Day && p.First.Systems.Select(s => s.Completed).SequenceEqual(p.Second.Systems.Select(s => s.Completed)));
}

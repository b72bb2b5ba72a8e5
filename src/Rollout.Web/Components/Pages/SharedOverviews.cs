using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Storage.Ledgers;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Pages;

/// <summary>
/// The overviews that stand on many screens at once: read once a change for all who look at the same, those who come meanwhile wait for it. Holds
/// nothing of a person: who may see the board is asked before, by every page for itself.
/// </summary>
/// <param name="texts">The words.</param>
/// <param name="ledger">What happened last.</param>
/// <param name="trend">The days until now.</param>
/// <param name="deadlines">What is due.</param>
/// <param name="time">By whose time a reading of the present grows old.</param>
public sealed class SharedOverviews(Texts texts, LedgerReader ledger, TrendReading trend, DeadlineReading deadlines, TimeProvider time)
{
    private const int Kept = 64;

    // A present without an entry goes on too: what is stuck, or since how long.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<AskedOverview, KeptOverview> _kept = [];

    /// <summary>The overview of a view.</summary>
    /// <param name="view">The board; its reader may see it.</param>
    /// <param name="map">The word of the layer that is wanted.</param>
    /// <param name="query">What links to a participant end with, so that they keep the page's programme, phase and instants.</param>
    public OverviewView Of(BoardView view, string? map, string query)
    {
        var asked = new AskedOverview(view.Programme.Key, view.Phase.Key, view.Live ? null : view.Times, Texts.Language, map ?? "", query);
        KeptOverview shared;
        lock (_gate)
        {
            var before = _kept.GetValueOrDefault(asked);
            if (before is not null && Holds(before, view)) shared = before;
            else
            {
                if (before is null && _kept.Count >= Kept) _kept.Clear();
                // Of the one before only what it says is held, never the one before that.
                var said = before is { View.IsValueCreated: true } ? before.View.Value : null;
                _kept[asked] = shared = new(view.Board, time.GetTimestamp(), new(() => OverviewView.Of(texts, view, ledger, trend, deadlines, map, query).After(said)));
            }
        }
        return shared.View.Value;
    }

    /// <summary>Whether it is of the same board, or of a later one, and not old.</summary>
    private bool Holds(KeptOverview shared, BoardView view) =>
        (ReferenceEquals(shared.Board, view.Board) || (view.Live && shared.Board.Seq > view.Board.Seq)) && time.GetElapsedTime(shared.At) < Fresh;

    private sealed record AskedOverview(string Programme, string Phase, TwoTimes? Times, string Language, string Map, string Query);

    private sealed record KeptOverview(Board Board, long At, Lazy<OverviewView> View);
}

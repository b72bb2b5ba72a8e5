using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;

namespace Rollout.Web.Reading;

/// <summary>A board read by those who took its participants over: it puts rows together and says nothing of how far a successor is.</summary>
public sealed class SuccessorReading(ProgrammeCatalog catalog)
{
    /// <summary>What became of the participants of a board; null where every set of it stands.</summary>
    public Lineage? LineageOf(BoardView view) => view.Board.Participants.Keys.Select(catalog.LineageOf).FirstOrDefault(l => l is not null);

    /// <summary>Whether the view's day already knows the successors.</summary>
    public bool IsDue(BoardView view) => LineageOf(view) is { } lineage && !(lineage.After.From > HanoiTime.DayOf(view.AsOf));

    /// <summary>The view by successor; null where there is none.</summary>
    public SuccessorView? Of(BoardView view) => LineageOf(view) is { } lineage ? SuccessorView.Of(view.Board, lineage, view.Phase.Key, view.AsOf) : null;
}

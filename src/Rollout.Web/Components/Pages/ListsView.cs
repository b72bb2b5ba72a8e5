using System.Collections.Immutable;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Pages;

/// <summary>Appendix I as a page shows it, compared with an earlier day where one is given.</summary>
/// <param name="Lists">The lists.</param>
/// <param name="Rows">The rows with their names.</param>
/// <param name="Before">The day compared with, or null.</param>
/// <param name="Mistake">What is wrong with that day.</param>
public sealed record ListsView(StatusLists Lists, ImmutableArray<ListsView.ListRow> Rows, BoardView? Before, QueryMistake? Mistake)
{
    /// <summary>A row as the letter prints it.</summary>
    /// <param name="Definition">Number and title.</param>
    /// <param name="Names">Its names in official order; those that left since the day compared with stand in their place.</param>
    /// <param name="Count">How many are in it now.</param>
    /// <param name="CountBefore">How many were in it then.</param>
    /// <param name="Known">Whether of anybody it is known if the rule applies.</param>
    public sealed record ListRow(StatusListDefinition Definition, ImmutableArray<ListedName> Names, int Count, int? CountBefore, bool Known);

    /// <summary>A name of a row.</summary>
    /// <param name="Participant">Whose.</param>
    /// <param name="Change">Whether it joined, left or stayed.</param>
    /// <param name="Moved">What explains it; null when it stayed.</param>
    public sealed record ListedName(Participant Participant, NameChange Change, MovedName? Moved = null);

    /// <summary>What became of a name since the day compared with.</summary>
    public enum NameChange
    {
        /// <summary>It stayed, or nothing is compared.</summary>
        Stayed,

        /// <summary>It joined.</summary>
        Joined,

        /// <summary>It left.</summary>
        Left,
    }

    /// <summary>Whether nobody's state is known: then a count of none would say what nobody has said.</summary>
    public bool NothingKnown => Lists.Unknown.Length == Lists.Board.Rows.Count && Lists.Lists.All(l => l.Count == 0);

    /// <summary>How many names joined some row.</summary>
    public int Joined => Rows.Sum(r => r.Names.Count(n => n.Change == NameChange.Joined));

    /// <summary>How many names left some row.</summary>
    public int Left => Rows.Sum(r => r.Names.Count(n => n.Change == NameChange.Left));

    /// <summary>Reads the lists of a view.</summary>
    /// <param name="view">The board.</param>
    /// <param name="movement">Finds the board of the day compared with, and what explains who moved.</param>
    /// <param name="compare">That day as the address gives it, or an issued letter.</param>
    public static ListsView Of(BoardView view, MovementReading movement, string? compare)
    {
        var now = StatusLists.Of(view.Board, view.Phase.Key, view.AsOf);
        if (string.IsNullOrEmpty(compare)) return Plain(now, null);
        var (before, mistake) = movement.One(view, compare, null, "compare");
        if (mistake is not null) return Plain(now, mistake);
        // A letter tells an instant, and may be of today.
        if (before!.KnownOn is null ? HanoiTime.DayOf(before.AsOf) >= HanoiTime.DayOf(view.AsOf) : before.AsOf >= view.AsOf) return Plain(now, new("compare", "notEarlier", compare, [], NotFound: false));
        return new(now, [.. movement.Between(before, view).Lists.Zip(now.Lists, Compared)], before, null);
    }

    private static ListsView Plain(StatusLists lists, QueryMistake? mistake) =>
        new(lists, [.. lists.Lists.Select(l => new ListRow(l.Definition, [.. l.Participants.Select(p => new ListedName(p, NameChange.Stayed))], l.Count, null, !l.NothingKnown))], null, mistake);

    private static ListRow Compared(MovedList moved, StatusList after)
    {
        var joined = moved.Joined.ToDictionary(n => n.Participant);
        return new(
            after.Definition,
            [
                .. after.Participants.Select(p => joined.TryGetValue(p, out var name) ? new ListedName(p, NameChange.Joined, name) : new ListedName(p, NameChange.Stayed))
                    .Concat(moved.Left.Select(n => new ListedName(n.Participant, NameChange.Left, n))).OrderBy(n => n.Participant, OfficialOrder.Instance),
            ],
            moved.After, moved.Before, !after.NothingKnown);
    }
}

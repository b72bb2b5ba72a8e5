using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Charts;

/// <summary>A system's bar.</summary>
/// <param name="Title">The system.</param>
/// <param name="Owner">Whose it is, and through whom it is reached.</param>
/// <param name="Pieces">The pieces of the bar.</param>
/// <param name="Legend">What the bar says, in words and numbers.</param>
public sealed record SystemBar(string Title, string Owner, ImmutableArray<SystemBar.Piece> Pieces, ImmutableArray<SystemBar.Piece> Legend)
{
    /// <inheritdoc/>
    public bool Equals(SystemBar? other) =>
        other is not null && (Title, Owner) == (other.Title, other.Owner) && Pieces.SequenceEqual(other.Pieces) && Legend.SequenceEqual(other.Legend);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Owner, Pieces.Length);

    /// <summary>A piece of a bar, or of what it says.</summary>
    /// <param name="Look">What it says.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Assumed">How many of them by assumption.</param>
    public sealed record Piece(Look Look, int Count, int Assumed = 0);

    /// <summary>The bars of a board, in the programme's order.</summary>
    public static ImmutableArray<SystemBar> Of(Texts texts, BoardView view, BoardSummary summary) =>
        [.. view.Programme.Systems.Zip(summary.Systems, (system, count) => Of(texts, view, system, count))];

    private static SystemBar Of(Texts texts, BoardView view, ConnectedSystem system, SystemCount count)
    {
        var assumed = view.Board.Rows.Count(r => Standing.Of(view, r, system.Key) is { Status: ConnectionStatus.InProgress, Assumed: true });
        var (completed, progress, none) = (Looks.Of(ConnectionStatus.Completed), Looks.Of(ConnectionStatus.InProgress), Looks.Of(ConnectionStatus.NotStarted));
        Piece[] pieces =
        [
            new(completed, count.Completed), new(progress, count.InProgress - assumed), new(Looks.Assumed, assumed), new(none, count.NotStarted),
            new(Looks.Unknown, count.Unknown),
        ];
        Piece[] legend = [new(completed, count.Completed), new(progress, count.InProgress, assumed), new(none, count.NotStarted)];
        return new(
            Texts.Of(system.Title), OwnerOf(texts, view, system), [.. pieces.Where(p => p.Count > 0)],
            count.Unknown == 0 ? [.. legend] : [.. legend, new(Looks.Unknown, count.Unknown)]);
    }

    private static string OwnerOf(Texts texts, BoardView view, ConnectedSystem system)
    {
        var owner = Looks.Owner(texts, view.Programme, system.Owner, view.AsOf);
        return system.Via is { } via ? texts["system.via", owner, Looks.Owner(texts, view.Programme, via, view.AsOf)] : owner;
    }
}

using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;

namespace Rollout.Web.Reading;

/// <summary>What a page or an answer shows: a board, a phase of it, and as of when.</summary>
/// <param name="Board">The board.</param>
/// <param name="Phase">The phase.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Live">Whether it is the present, which moves on.</param>
/// <param name="KnownOn">What was known then; null for all that is known now.</param>
public sealed record BoardView(Board Board, Phase Phase, DateTimeOffset AsOf, bool Live, DateTimeOffset? KnownOn = null)
{
    /// <summary>The two times of the reading.</summary>
    public TwoTimes Times => new(AsOf, KnownOn);

    /// <summary>Up to which instant what happened beside the ledger counts; null for all of it.</summary>
    public DateTimeOffset? Until => Live ? null : KnownOn is { } known && known < AsOf ? known : AsOf;

    /// <summary>The programme.</summary>
    public Programme Programme => Board.Programme;
}

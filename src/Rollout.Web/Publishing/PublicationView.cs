using System.Collections.Immutable;
using Rollout.Core.Publications;
using Rollout.Web.Reading;

namespace Rollout.Web.Publishing;

/// <summary>A publication with what it prints, as somebody reads it.</summary>
/// <param name="Board">Programme and instant of the reading.</param>
/// <param name="Publication">The publication as it stood then.</param>
/// <param name="Content">What it prints: frozen, or of the board as of the reading while it is a draft.</param>
/// <param name="Missing">Names that stand in no row; of drafts alone, the others have their decisions.</param>
/// <param name="Changes">What stands otherwise since it was submitted, while it waits for approval or its number.</param>
/// <param name="History">What happened to it.</param>
public sealed record PublicationView(
    BoardView Board, Publication Publication, PublicationContent Content, ImmutableArray<MissingName> Missing, ImmutableArray<PublicationChange> Changes,
    ImmutableArray<PublicationEntry> History)
{
    /// <summary>The decision on a missing name; null when there is none yet.</summary>
    public Placing? PlacingOf(MissingName name) => Publication.Plan.Placings.FirstOrDefault(p => p.SystemKey == name.SystemKey && p.Code == name.Code);

    /// <summary>Those of the missing on whom nothing is decided yet.</summary>
    public IEnumerable<MissingName> Undecided => Missing.Where(m => PlacingOf(m) is null);
}

using System.Collections.Immutable;

namespace Rollout.Web.Components.Palette;

/// <summary>All that the palette offers one reader.</summary>
/// <param name="Words">The palette's own words.</param>
/// <param name="Steps">Number and title of each step.</param>
/// <param name="Participants">Participants.</param>
/// <param name="Pages">Pages.</param>
/// <param name="Actions">Actions.</param>
public sealed record PaletteAnswer(
    IReadOnlyDictionary<string, string> Words, ImmutableArray<string[]> Steps, ImmutableArray<PaletteEntry> Participants, ImmutableArray<PaletteEntry> Pages, ImmutableArray<PaletteEntry> Actions);

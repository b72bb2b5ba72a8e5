using System.Collections.Immutable;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;

namespace Rollout.Core.Publications;

/// <summary>What a programme has issued, for those who compare with it.</summary>
public static class IssuedLetters
{
    /// <summary>Those in force that tell the state of a phase before an instant, the newest state first.</summary>
    /// <param name="all">The programme's publications, as they stood when it is looked.</param>
    /// <param name="phase">Key of the phase.</param>
    /// <param name="before">The instant.</param>
    public static ImmutableArray<Publication> Of(IEnumerable<Publication> all, string phase, DateTimeOffset before) =>
    [
        .. all.Where(p => p is { State: PublicationState.Issued, Frozen.Content: var content } && content.Phase == phase && content.AsOf < before)
            .OrderByDescending(p => p.Frozen!.Content.AsOf).ThenByDescending(p => p.Frozen!.Content.KnownOn).ThenByDescending(p => p.Id),
    ];

    /// <summary>The last document of a phase before an instant: what was issued, or what the programme started from; null when there is neither.</summary>
    public static LastLetter? Last(Programme programme, Phase phase, IEnumerable<Publication> all, DateTimeOffset before) =>
        LastLetter.Newer(LastLetter.Baseline(programme, phase, before), Of(all, phase.Key, before) is [var newest, ..] ? LetterOf(newest) : null);

    /// <summary>An issued publication as the document from which is counted.</summary>
    public static LastLetter LetterOf(Publication issued) =>
        new(issued.Frozen!.Content.AsOf, issued.Frozen.Content.KnownOn, issued.Letter!.Number, issued.Letter.Date);
}

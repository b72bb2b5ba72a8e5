using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Lists;
using Rollout.Core.Publications;
using Rollout.Storage.Publications;

namespace Rollout.Web.Reading;

/// <summary>
/// The letters that were issued, as a view knows them: what others compare with. One that was issued later than the view's instants is not
/// known then.
/// </summary>
public sealed class LetterReading(PublicationBook book)
{
    /// <summary>How a query names a publication where it may name an instant.</summary>
    public const string Word = "publication:";

    /// <summary>Those in force that tell an earlier state of the view's phase, the newest first.</summary>
    public ImmutableArray<Publication> Of(BoardView view) => IssuedLetters.Of(book.Of(view.Programme.Key, view.Until), view.Phase.Key, view.AsOf);

    /// <summary>The last document before the view's instant; null when there is none.</summary>
    public LastLetter? Last(BoardView view) => IssuedLetters.Last(view.Programme, view.Phase, book.Of(view.Programme.Key, view.Until), view.AsOf);

    /// <summary>
    /// The letter that a word of a query names, with its two instants; nothing where the word names an instant, and a mistake where no letter
    /// of that number was issued for the view's phase. What is not issued yet is nobody's to compare with.
    /// </summary>
    /// <param name="view">Programme, phase and what is known.</param>
    /// <param name="word">What the query says.</param>
    /// <param name="parameter">Where it says so.</param>
    public (Publication? Letter, QueryMistake? Mistake) Named(BoardView view, string? word, string parameter)
    {
        if (word?.StartsWith(Word, StringComparison.Ordinal) != true) return (null, null);
        var issued = book.Of(view.Programme.Key, view.Until).Where(p => p.IsPublic && p.Frozen!.Content.Phase == view.Phase.Key).ToList();
        return long.TryParse(word.AsSpan(Word.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && issued.Find(p => p.Id == id) is { } found
            ? (found, null)
            : (null, new(parameter, "unknown", word, [.. issued.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Word}{p.Id}"))], NotFound: false));
    }
}

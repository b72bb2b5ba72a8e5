using Rollout.Core.Lists;
using Rollout.Core.Reports;
using Rollout.Storage.Ledgers;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>What moved between two views of the same phase, with the entries that explain it: for pages, API and documents alike.</summary>
public sealed class MovementReading(BoardReading boards, LedgerReader ledger, LetterReading letters)
{
    /// <summary>What moved between two views.</summary>
    public ListMovement Between(BoardView from, BoardView to)
    {
        var (before, after) = (Lists(from), Lists(to));
        var entries = ledger.Between(to.Programme.Key, to.Phase.Key, (from.AsOf, from.KnownOn), (to.AsOf, to.KnownOn), ListMovement.Who(before, after));
        return ListMovement.Between(before, after, entries);
    }

    /// <summary>The two views that a query means, or what is wrong with it.</summary>
    /// <param name="view">The programme and the phase.</param>
    /// <param name="from">The earlier instant, or a letter by its number; there is no sense in a difference without it.</param>
    /// <param name="to">The later instant, or a letter; now when absent.</param>
    /// <param name="fromKnownOn">What was known at the earlier reading; all that is known now when absent.</param>
    /// <param name="toKnownOn">The same of the later one.</param>
    public (BoardView? From, BoardView? To, QueryMistake? Mistake) Views(BoardView view, string? from, string? to, string? fromKnownOn, string? toKnownOn)
    {
        if (string.IsNullOrEmpty(from)) return (null, null, new("from", "instant", "", ["2024-07-15"], NotFound: false));
        var (before, bad) = One(view, from, fromKnownOn, "from");
        if (bad is not null) return (null, null, bad);
        var (after, worse) = One(view, to, toKnownOn, "to");
        return (before, after, worse);
    }

    /// <summary>The document of what moved; null when the programme has no words for one.</summary>
    public ReportDocument? Document(BoardView from, BoardView to) =>
        to.Programme.Changes is { } form ? ChangesReport.Of(form, Between(from, to), (from.KnownOn, to.KnownOn), Texts.Language) : null;

    /// <summary>The view that a word means: an instant, or the two instants of an issued letter, of which what was known may be asked otherwise.</summary>
    /// <param name="view">The programme and the phase.</param>
    /// <param name="asOf">The instant or the letter.</param>
    /// <param name="knownOn">What was known then.</param>
    /// <param name="name">The parameter's name.</param>
    public (BoardView? View, QueryMistake? Mistake) One(BoardView view, string? asOf, string? knownOn, string name)
    {
        var (letter, unknown) = letters.Named(view, asOf, name);
        if (unknown is not null) return (null, unknown);
        if (letter?.Frozen is { Content: var content })
            (asOf, knownOn) = (BoardReading.Text(content.AsOf), string.IsNullOrEmpty(knownOn) ? BoardReading.Text(content.KnownOn) : knownOn);
        var (found, mistake) = boards.Read(view.Programme.Key, view.Phase.Key, asOf, knownOn);
        return (found, mistake is null ? null : mistake with { Parameter = mistake.Parameter == "knownOn" ? $"{name}KnownOn" : name });
    }

    private static StatusLists Lists(BoardView view) => StatusLists.Of(view.Board, view.Phase.Key, view.AsOf);
}

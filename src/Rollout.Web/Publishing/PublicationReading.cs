using System.Collections.Immutable;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Publications;
using Rollout.Web.Reading;

namespace Rollout.Web.Publishing;

/// <summary>Finds publications as of the instant of a view, for those who may see them.</summary>
public sealed class PublicationReading(PublicationBook book, LedgerReader ledger)
{
    /// <summary>The publications somebody may see, the newest first.</summary>
    /// <param name="view">Programme and instant.</param>
    /// <param name="mandate">Of whom; null for the public.</param>
    public ImmutableArray<Publication> Of(BoardView view, Mandate? mandate) =>
        [.. book.Of(view.Programme.Key, view.Until).Where(p => PublicationDecider.MaySee(p, mandate)).Reverse()];

    /// <summary>A publication by its number, whoever may see it; null when the programme has none of that number then.</summary>
    public Publication? Find(BoardView view, long id) => book.Of(view.Programme.Key, view.Until).FirstOrDefault(p => p.Id == id);

    /// <summary>A publication with what it prints.</summary>
    public PublicationView Look(BoardView view, Publication publication)
    {
        var until = view.Until;
        var history = book.EventsOf(publication.Id).Where(e => until is null || e.At <= until).ToImmutableArray();
        var now = Now(view, publication);
        return publication.Frozen is { } frozen
            ? new(view, publication, frozen.Content, [], now is null || publication.IsOver ? [] : PublicationChange.Between(frozen.Content, PublicationContent.Of(now, frozen.Content.KnownOn, publication.Plan)), history)
            : new(view, publication, PublicationContent.Of(now!, view.KnownOn ?? view.AsOf, publication.Plan), PublicationContent.Missing(now!), [], history);
    }

    /// <summary>The lists that the plan means, as the view knows them; null when the publication needs none any more.</summary>
    private StatusLists? Now(BoardView view, Publication publication)
    {
        if (publication is { IsOver: true, Frozen: not null }) return null;
        var plan = publication.Plan;
        var (known, phase) = (view.Until ?? view.AsOf, view.Programme.FindPhase(plan.Phase)?.Key ?? view.Programme.Phases[0].Key);
        var asOf = plan.AsOf is { } fixedAt && fixedAt < known ? fixedAt : known;
        var board = view.Live && plan.AsOf is null ? view.Board : ledger.AsOf(view.Programme.Key, new(asOf, known));
        return StatusLists.Of(board, phase, asOf);
    }
}

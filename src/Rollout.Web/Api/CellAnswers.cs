using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>Board to answers.</summary>
internal static class CellAnswers
{
    public static ImmutableArray<CellAnswer> Of(BoardView view, ParticipantProgress row) =>
        [.. view.Programme.Steps.Select(step => Of(view, row, step))];

    /// <summary>The systems' connection statuses; those of which nothing is known are left out.</summary>
    public static Dictionary<string, string?> Systems(BoardView view, ParticipantProgress row) => view.Programme.Systems.ToDictionary(
        s => s.Key, s => Connection.Of(view.Programme, row, s.Key, view.Phase.Key, view.AsOf) is { } status ? Words.Of(status) : null, StringComparer.Ordinal);

    public static CellAnswer Of(BoardView view, ParticipantProgress row, StepDefinition step)
    {
        var cell = row[view.Phase.Key, step.Key];
        var known = row.Knows(view.Phase.Key, step.Key, view.AsOf);
        // What does not concern the participant is neither done nor missing: it has no status.
        if (!row.Applies(view.Phase.Key, step)) return new(step.Key, Resources.Texts.Of(step.Title), null, null, null, null, false, null, cell.Version, Applies: false);
        var verification = step.Settlement.Probes.IsEmpty ? null : Words.Of(cell.Verification ?? VerificationState.NotObservable);
        return new(
            step.Key, Resources.Texts.Of(step.Title), known ? Words.Of(cell.Status) : null, cell.Basis is { } basis ? Words.Of(basis) : null, verification,
            cell.Since, cell.Assumed, cell.Blocker?.On, cell.Version);
    }
}

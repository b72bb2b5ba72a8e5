using Rollout.Core.Boards;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Reading;

namespace Rollout.Web.Components.Shared;

/// <summary>Where a participant stands with one system or with all of them, and since when.</summary>
/// <param name="Status">The status; null while nothing is known.</param>
/// <param name="Assumed">In progress only by our assumption.</param>
/// <param name="Since">Since when: of what is completed its last step, of what is in progress its first.</param>
/// <param name="Precision">How exactly that is known.</param>
public sealed record Standing(ConnectionStatus? Status, bool Assumed, DateTimeOffset? Since, DatePrecision Precision)
{
    /// <summary>How it looks.</summary>
    public Look Look => Looks.Of(Status, Assumed);

    /// <summary>With one system.</summary>
    public static Standing Of(BoardView view, ParticipantProgress row, string system)
    {
        var status = Connection.Of(view.Programme, row, system, view.Phase.Key, view.AsOf);
        var begun = view.Programme.Steps.Where(s => view.Programme.PartOf(s).System == system && row.Applies(view.Phase.Key, s)).Select(s => row[view.Phase.Key, s.Key])
            .Where(c => c.CountsAs != StepStatus.NotStarted && c.Since is not null);
        var cell = status switch
        {
            ConnectionStatus.Completed => begun.MaxBy(c => c.Since),
            ConnectionStatus.InProgress => begun.MinBy(c => c.Since),
            _ => null,
        };
        return new(
            status, status == ConnectionStatus.InProgress && Connection.IsAssumed(view.Programme, row, system, view.Phase.Key), cell?.Since,
            cell?.Precision ?? DatePrecision.Instant);
    }

    /// <summary>With all systems together: as far as the last of them.</summary>
    public static Standing OfAll(BoardView view, ParticipantProgress row)
    {
        var all = view.Programme.Systems.Select(s => Of(view, row, s.Key)).ToList();
        if (all.Count == 0 || all.Exists(s => s.Status is null)) return new(null, false, null, DatePrecision.Instant);
        if (all.TrueForAll(s => s.Status == ConnectionStatus.Completed)) return all.MaxBy(s => s.Since)!;
        if (all.TrueForAll(s => s.Status == ConnectionStatus.NotStarted)) return all[0];
        var begun = all.Where(s => s.Status != ConnectionStatus.NotStarted).ToList();
        return begun.MinBy(s => s.Since)! with { Status = ConnectionStatus.InProgress, Assumed = begun.TrueForAll(s => s.Assumed) };
    }
}

using Rollout.Core.Quiet;
using Rollout.Web.Components.Shared;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Components.Maintenance;

/// <summary>Maintenance windows in words.</summary>
public static class WindowWords
{
    /// <summary>Whom it is for.</summary>
    public static string Scope(Texts texts, BoardView view, QuietScope scope)
    {
        string?[] parts =
        [
            scope.Participant is { } id ? view.Board.Find(id.Code)?.Participant.Name ?? id.Code : texts["quiet.allParticipants"],
            scope.SystemKey is { } system ? view.Programme.FindSystem(system) is { } known ? Texts.Of(known.Short) : system : null,
            scope.Phase is { } phase ? view.Programme.FindPhase(phase) is { } found ? Texts.Of(found.Short) : phase : null,
            scope.Role is { } role ? RoleNames.Of(texts, view.Programme, role) : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>When it is.</summary>
    public static string When(Texts texts, MaintenanceWindow window)
    {
        if (window.Cron is not { } cron) return texts["quiet.span", Texts.Moment(window.From), Texts.Moment(window.Until!.Value)];
        var minutes = texts["quiet.minutes", (int)window.Lasts!.Value.TotalMinutes];
        var repeated = texts["quiet.sinceCron", cron, minutes];
        return window.Until is { } until ? $"{repeated}, {texts["quiet.till", Texts.Moment(until)]}" : repeated;
    }
}

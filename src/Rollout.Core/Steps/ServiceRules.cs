using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>The service state is set by the programme's named agency, or stated by an import; it is not derived from steps.</summary>
internal static class ServiceRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.SetService command, DateTimeOffset now)
    {
        var import = command.Actor.Kind == ActorKind.Import;
        if (programme.Service is not { } terms) return StepDecider.Refuse(Refusal.Rule("service.none"));
        if (!import && (command.Actor.Agency != terms.SetBy || command.Actor.Kind is not (ActorKind.Agency or ActorKind.Monitor)))
            return StepDecider.Refuse(Refusal.Forbidden("service.setBy", terms.SetBy));
        var at = command.At ?? (row.Service?.Since > now ? row.Service.Since : now);
        if (at > now && !import) return StepDecider.Refuse(Refusal.Rule("at.future", now.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        if (row.Service?.State == command.State) return new Decision.Accepted([], at);
        if (at < row.Service?.Since)
            return StepDecider.Refuse(Refusal.Rule("at.beforeLast", row.Service.Since.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        if (!import && string.IsNullOrWhiteSpace(command.Note)) return StepDecider.Refuse(Refusal.Rule("note.required"));
        return new Decision.Accepted([new StepEvent.ServiceChanged(row.Service?.State, command.State, import ? Basis.Baseline : Basis.Confirmation)], at);
    }
}

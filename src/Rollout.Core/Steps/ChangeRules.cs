using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Steps;

/// <summary>
/// Rule 1 of product.md, the table of who may move a step and how, with rules 5 (gate), 6 (version) and 7 (times). Checked in the order in
/// which the API answers: who (403), version (409), rule (422).
/// </summary>
internal static class ChangeRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.Change command, DateTimeOffset now)
    {
        var step = programme.FindStep(command.Key.Step)!;
        var cell = row[command.Key.Phase, command.Key.Step];
        var may = Capacity.Of(command.Actor, step, command.Key.Participant, programme.Lead);
        var ordinary = Ordinary(programme, row, step, cell, may, command);

        if (may.Monitor && ordinary is Decision.Refused) ordinary = Correct(programme, row, step, cell, command);
        if (ordinary is Decision.Refused { Refusal.Kind: RefusalKind.Forbidden }) return ordinary;
        if (command.Version != cell.Version)
            return StepDecider.Refuse(new(RefusalKind.Stale, Message.Of("version.stale", $"{command.Version}", $"{cell.Version}")));
        if (Concern.Refuses(programme, row, command.Key.Phase, step) is { } refusal) return StepDecider.Refuse(refusal);
        return ordinary is Decision.Accepted accepted ? Dated(accepted, cell, command, now) : ordinary;
    }

    private static Decision Ordinary(
        Programme programme, ParticipantProgress row, StepDefinition step, StepState cell, Capacity may, StepCommand.Change command)
    {
        if (!may.Any) return Forbidden(command.Actor.Kind == ActorKind.Vendor ? "actor.vendor" : "actor.notInvolved", step);
        if (command.To == cell.Status) return IsReview(cell, may) ? Changed(cell, command, Basis.Report) : Rule("status.already");
        if (cell.Status == StepStatus.Blocked)
            return command.To == cell.Blocker!.From ? Changed(cell, command, Basis.Report) : Rule("status.blocked", Word(cell.Blocker.From));
        return (cell.Status, command.To) switch
        {
            (StepStatus.Done, StepStatus.Blocked) => Rule("block.done"),
            (_, StepStatus.Blocked) => Block(programme, cell, command),
            (StepStatus.NotStarted, StepStatus.InProgress) => may.Reporter ? Changed(cell, command, Basis.Report) : Forbidden("actor.notReporter", step),
            (StepStatus.NotStarted or StepStatus.InProgress, StepStatus.Reported) =>
                may.Reporter ? Changed(cell, command, Basis.Report) : Forbidden("actor.notReporter", step),
            (StepStatus.Reported, StepStatus.InProgress) => TakeBack(step, cell, may, command),
            (_, StepStatus.Done) => may.Confirmer ? Confirm(programme, row, step, cell, command) : Forbidden("actor.notConfirmer", step),
            _ => may.Reporter || may.Confirmer ? Rule("status.transition", Word(cell.Status), Word(command.To)) : Forbidden("actor.notInvolved", step),
        };
    }

    /// <summary>What was assumed under way, its reporter says itself: the same status, now known.</summary>
    private static bool IsReview(StepState cell, Capacity may) => may.Reporter && cell is { Assumed: true, Status: StepStatus.InProgress };

    private static Decision Block(Programme programme, StepState cell, StepCommand.Change command)
    {
        if (Missing(command.Note)) return Rule("note.required");
        if (command.BlockedOn != StepDefinition.Participant && programme.FindOrganisation(command.BlockedOn) is null)
            return Rule("block.on", string.Join(", ", programme.Organisations.Select(o => o.Key).Prepend(StepDefinition.Participant)));
        if (!programme.BlockerKinds.Any(k => k.Key == command.BlockedKind))
            return Rule("block.kind", string.Join(", ", programme.BlockerKinds.Select(k => k.Key)));
        return Changed(cell, command, Basis.Report, blocker: new(command.BlockedOn!, command.BlockedKind!, cell.CountsAs));
    }

    /// <summary>The reporters withdraw without a reason; a confirmer returns with one, also where it may report the step but did not.</summary>
    private static Decision TakeBack(StepDefinition step, StepState cell, Capacity may, StepCommand.Change command)
    {
        var ours = cell.ReportedBy is null || cell.ReportedBy.Agency == command.Actor.Agency;
        if (may.Reporter && (ours || !may.Confirmer)) return Changed(cell, command, Basis.Report);
        if (!may.Confirmer) return Forbidden("actor.notInvolved", step);
        return Missing(command.Note) ? Rule("note.required") : Changed(cell, command, Basis.Confirmation);
    }

    private static Decision Confirm(Programme programme, ParticipantProgress row, StepDefinition step, StepState cell, StepCommand.Change command)
    {
        var agency = command.Actor.Agency!;
        var settlement = step.Settlement;
        var observed = cell.Verification is VerificationState.Passing or VerificationState.Failing;
        var takesOver = TakingOver.Offers(programme, row, command.Key.Phase, step);
        if (!takesOver && settlement.ProbeRole == ProbeRole.Settles && observed && !settlement.Confirmers.Contains(agency)) return Rule("confirm.probed");
        if (cell.Confirmed.Contains(agency)) return Rule("confirm.twice", Others(settlement, cell, agency));

        var missing = settlement.All ? settlement.Confirmers.Where(c => c != agency && !cell.Confirmed.Contains(c)).ToList() : [];
        var alone = cell.Confirmed.IsEmpty && missing.Count == 0;
        if (alone && cell.ReportedBy is { } reporter && reporter.Kind == command.Actor.Kind && reporter.Agency == agency && reporter.Name == command.Actor.Name)
            return Rule("confirm.own");
        if (missing.Count > 0) return StepDecider.Accept(cell, DateTimeOffset.MinValue, new StepEvent.PartlyConfirmed(agency) { Status = cell.Status });
        var gate = Gate.Missing(programme, row, command.Key.Phase, step);
        return gate.IsEmpty ? Changed(cell, command, Basis.Confirmation, takenOver: takesOver) : Rule("gate.missing", Before(programme, command), string.Join(", ", gate));
    }

    private static Decision Correct(Programme programme, ParticipantProgress row, StepDefinition step, StepState cell, StepCommand.Change command)
    {
        if (command.To == cell.Status) return Rule("status.already");
        if (Missing(command.Note)) return Rule("note.required");
        if (command.To == StepStatus.Blocked && Block(programme, cell, command) is Decision.Refused refused) return refused;
        var gate = command.To == StepStatus.Done ? Gate.Missing(programme, row, command.Key.Phase, step) : [];
        if (!gate.IsEmpty && string.IsNullOrWhiteSpace(command.Document?.Number)) return Rule("gate.document", Before(programme, command), string.Join(", ", gate));
        var blocker = command.To == StepStatus.Blocked ? new Blocker(command.BlockedOn!, command.BlockedKind!, cell.CountsAs) : null;
        return Changed(cell, command, Basis.Correction, blocker, outOfOrder: !gate.IsEmpty);
    }

    private static Decision Changed(StepState cell, StepCommand.Change command, Basis basis, Blocker? blocker = null, bool outOfOrder = false, bool takenOver = false) =>
        StepDecider.Accept(cell, DateTimeOffset.MinValue, new StepEvent.StatusChanged(cell.Status, command.To, basis)
        {
            Blocker = blocker,
            // What was done out of order stays so marked through a block and back.
            OutOfOrder = outOfOrder || (cell.OutOfOrder && (command.To == StepStatus.Blocked || command.To == cell.Blocker?.From)),
            Document = command.Document,
            TakenOver = takenOver,
            Files = [.. command.Files.Select(f => f.Hash)],
        });

    /// <summary>Rule 7: only reports and corrections may lie in the past, none before the cell's last entry, none in the future.</summary>
    private static Decision Dated(Decision.Accepted accepted, StepState cell, StepCommand.Change command, DateTimeOffset now)
    {
        if (command.At is not { } at) return accepted with { At = cell.LastAt > now ? cell.LastAt.Value : now };
        if (at > now) return Rule("at.future", Instant(now));
        if (at < cell.LastAt) return Rule("at.beforeLast", Instant(cell.LastAt.Value));
        var mayLieBack = accepted.Events is [StepEvent.StatusChanged { Basis: Basis.Report or Basis.Correction }];
        return mayLieBack || at == now ? accepted with { At = at } : Rule("at.confirmation");
    }

    private static string Before(Programme programme, StepCommand.Change command) => programme.FindPhase(command.Key.Phase)!.After!;

    private static string Others(Settlement settlement, StepState cell, string agency) =>
        string.Join(", ", settlement.Confirmers.Where(c => c != agency && !cell.Confirmed.Contains(c)));

    private static string Instant(DateTimeOffset at) => at.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(StepStatus status) => char.ToLowerInvariant($"{status}"[0]) + $"{status}"[1..];

    private static bool Missing(string? note) => string.IsNullOrWhiteSpace(note);

    private static Decision Rule(string code, params ReadOnlySpan<string> arguments) => StepDecider.Refuse(Refusal.Rule(code, arguments));

    private static Decision Forbidden(string code, StepDefinition step) => StepDecider.Refuse(Refusal.Forbidden(
        code, string.Join(", ", step.Reporters), string.Join(", ", step.Settlement.MayConfirm)));
}

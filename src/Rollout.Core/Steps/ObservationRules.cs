using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>Rules 2, 3 and 8 of product.md: what the probes may do. They never leave blocked, never undo what people said, never pass the gate.</summary>
internal static class ObservationRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.Observe command, DateTimeOffset now)
    {
        var step = programme.FindStep(command.Key.Step)!;
        var cell = row[command.Key.Phase, command.Key.Step];
        // Nobody is checked in what does not concern it.
        if (!row.MayTake(command.Key.Phase, step)) return StepDecider.Accept(cell, now);
        var events = new List<StepEvent>(2);
        var unseen = cell.Verification is null && command.Verification == VerificationState.NotObservable;
        if (command.Verification != cell.Verification && !unseen)
            events.Add(new StepEvent.VerificationChanged(cell.Verification, command.Verification, command.FaultMark) { Status = cell.Status });
        if (Next(programme, row, step, cell, command) is { } to && to != cell.Status)
            events.Add(new StepEvent.StatusChanged(cell.Status, to, Basis.Probe));
        return StepDecider.Accept(cell, now, [.. events]);
    }

    private static StepStatus? Next(Programme programme, ParticipantProgress row, StepDefinition step, StepState cell, StepCommand.Observe command)
    {
        if (cell.Status == StepStatus.Blocked) return null;
        if (command.Regressed && cell is { Status: StepStatus.Done, Basis: Basis.Probe }) return StepStatus.InProgress;
        if (cell.Status == StepStatus.Done || PeopleDecided(cell)) return null;
        if (command.Settled && Settles(programme, row, step, cell, command) is { } settled) return settled;
        return command.Seen && cell.Status == StepStatus.NotStarted ? StepStatus.InProgress : null;
    }

    /// <summary>
    /// What a confirmer returned or a monitor corrected stays until people move it again: a passing probe that overruled them would report
    /// the same step anew at every sweep. The disagreement is shown to the monitor instead.
    /// </summary>
    private static bool PeopleDecided(StepState cell) =>
        cell.Basis == Basis.Correction || cell is { Basis: Basis.Confirmation, Status: StepStatus.InProgress };

    private static StepStatus? Settles(Programme programme, ParticipantProgress row, StepDefinition step, StepState cell, StepCommand.Observe command) =>
        step.Settlement.ProbeRole switch
        {
            ProbeRole.Settles when Gate.Missing(programme, row, command.Key.Phase, step).IsEmpty => StepStatus.Done,
            ProbeRole.Evidence when cell.Status is StepStatus.NotStarted or StepStatus.InProgress => StepStatus.Reported,
            _ => null,
        };
}

using Rollout.Core.Programmes;

namespace Rollout.Core.Steps;

/// <summary>
/// What an import of a published state may do: write any status, test before production, but never over a later entry; the same twice
/// changes nothing.
/// </summary>
internal static class ImportRules
{
    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.Import command)
    {
        var cell = row[command.Key.Phase, command.Key.Step];
        if (Concern.Refuses(programme, row, command.Key.Phase, programme.FindStep(command.Key.Step)!) is { } refusal) return StepDecider.Refuse(refusal);
        if (cell.Status == command.Status && cell.HasEntries) return StepDecider.Accept(cell, command.At);
        if (cell.LastAt >= command.At) return StepDecider.Refuse(Refusal.Rule("import.later", $"{cell.LastSeq}"));
        if (cell.Status == command.Status && !command.Stated) return StepDecider.Accept(cell, command.At);
        return StepDecider.Accept(cell, command.At, new StepEvent.StatusChanged(cell.Status, command.Status, Basis.Baseline)
        {
            Assumed = command.Assumed,
            Precision = command.Precision,
            Document = command.Document,
            Files = [.. command.Files.Select(f => f.Hash)],
        });
    }

    public static Decision Decide(Programme programme, ParticipantProgress row, StepCommand.StateSource command)
    {
        var known = row.Sources[programme.PhaseIndex(command.Phase)];
        return new Decision.Accepted(known <= command.At ? [] : [new StepEvent.SourceStated(command.Document, command.Precision)], command.At);
    }
}

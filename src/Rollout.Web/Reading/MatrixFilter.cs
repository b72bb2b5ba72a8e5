using Rollout.Core.Boards;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Web.Reading;

/// <summary>Which rows of the table of steps are wanted; every word of it stands in the address.</summary>
/// <param name="Text">Part of a name, with or without marks.</param>
/// <param name="Region">A region.</param>
/// <param name="Status">A status that some cell has.</param>
/// <param name="Seen">A verification that some cell has.</param>
/// <param name="Waits">Whom some cell waits on.</param>
public sealed record MatrixFilter(string? Text, string? Region, StepStatus? Status, VerificationState? Seen, string? Waits)
{
    private readonly string _plain = PlainText.Of(Text?.Trim() ?? "");

    /// <summary>Whether anything is left out.</summary>
    public bool IsEmpty => _plain.Length == 0 && Region is null && !OfCells;

    private bool OfCells => Status is not null || Seen is not null || Waits is not null;

    /// <summary>Reads the filter of an address; what it does not know is passed over.</summary>
    public static MatrixFilter Of(BoardView view, string? text, string? region, string? status, string? seen, string? waits) => new(
        text, view.Board.Rows.Any(r => r.Participant.Region == region) ? region : null, Words.Find<StepStatus>(status), Words.Find<VerificationState>(seen),
        waits == StepDefinition.Participant || view.Programme.FindOrganisation(waits) is not null ? waits : null);

    /// <summary>Whether a row is wanted.</summary>
    public bool Shows(BoardView view, ParticipantProgress row)
    {
        if (Region is not null && row.Participant.Region != Region) return false;
        if (_plain.Length > 0 && !Named(row.Participant)) return false;
        if (!OfCells) return true;
        foreach (var step in view.Programme.Steps)
            if (row.Applies(view.Phase.Key, step) && Shows(step, row[view.Phase.Key, step.Key])) return true;
        return false;
    }

    private bool Named(Participant participant) =>
        PlainText.Of(participant.Name).Contains(_plain, StringComparison.Ordinal) || participant.Code == _plain ||
        participant.Aliases.Any(a => PlainText.Of(a).Contains(_plain, StringComparison.Ordinal));

    private bool Shows(StepDefinition step, StepState cell) =>
        (Status is null || cell.Status == Status) && (Seen is null || cell.Verification == Seen) &&
        (Waits is null || (cell.Status != StepStatus.NotStarted && Attention.WaitsOn(step, cell).Contains(Waits)));
}

using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Deadlines;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;

namespace Rollout.Core.Collecting;

/// <summary>The reports that a programme collects: who has handed in, who has not, who was late, as of an instant.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Form">What it collects.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="Copies">Every report in every phase: report by report, each in the order of the phases.</param>
/// <param name="LateConfirmations">The confirmations that agencies owe for longer than they gave themselves.</param>
public sealed record ReportCollection(
    Programme Programme, CollectionForm Form, DateTimeOffset AsOf, ImmutableArray<CollectedCopy> Copies, ImmutableArray<DueItem> LateConfirmations)
{
    /// <summary>The document that asks for the reports.</summary>
    public SourceDocument? Request => Programme.FindDocument(Form.Request);

    /// <summary>Reads a board that is folded up to an instant; null when the programme collects no reports.</summary>
    /// <param name="board">The board.</param>
    /// <param name="asOf">The instant.</param>
    /// <param name="days">Which days are worked.</param>
    /// <param name="entries">The entries of its steps that the board knows, in the order of their seq.</param>
    public static ReportCollection? Of(Board board, DateTimeOffset asOf, WorkingDays days, IReadOnlyCollection<LedgerEntry> entries)
    {
        if (board.Programme.Collection is not { } form) return null;
        var reader = new ReceiptReader(board, asOf, days, ReportDays.Of(entries), HandedFiles.Of(entries));
        var due = DueReading.Of(board, asOf, days);
        return new(
            board.Programme, form, asOf, [.. form.Reports.SelectMany(r => board.Programme.Phases.Select(p => reader.Read(r, p)))],
            [.. due.Items.Where(i => i is { Kind: DueKind.Confirmation, State: DueState.Overdue } && form.Reports.Any(r => r.Steps.Contains(i.Step.Key)))]);
    }

    /// <summary>The copies of a report, in the order of the phases.</summary>
    public ImmutableArray<CollectedCopy> Of(CollectedReport report) => [.. Copies.Where(c => c.Report == report)];

    /// <summary>A report in a phase.</summary>
    public CollectedCopy Find(CollectedReport report, Phase phase) => Copies.First(c => c.Report == report && c.Phase == phase);
}

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Ledger;
using Rollout.Core.Participants;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>Entries of the ledger as plain records, a row each.</summary>
public static class ActivityReport
{
    private static readonly ImmutableArray<string> Open =
    [
        "seq", "at", "recordedAt", "code", "participant", "phase", "step", "kind", "from", "to", "verification", "basis", "blockedOn", "blockedKind", "document",
        "measure", "periodFrom", "periodTo", "value", "agency", "office",
    ];

    private static readonly ImmutableArray<string> Closed = ["person", "note"];

    /// <summary>The document of some entries.</summary>
    /// <param name="participants">Who takes part, for the names.</param>
    /// <param name="entries">The entries, in the order in which they are printed.</param>
    /// <param name="closed">Person and note of an entry; null leaves both columns out, as the public may see neither.</param>
    /// <param name="heading">Title, what was wanted, and whether it was cut: the lines above.</param>
    /// <param name="cut">What the last row says when there were more entries than were taken; null when there were not.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="asOf">The instant of the reading.</param>
    public static ReportDocument Of(
        ParticipantSet participants, IEnumerable<LedgerEntry> entries, Func<LedgerEntry, (string Person, string Note)>? closed, string heading, string? cut,
        string language, DateTimeOffset asOf)
    {
        var fields = closed is null ? Open : Open.AddRange(Closed);
        var rows = entries.Select(e => Line(participants, e, closed)).ToList();
        if (cut is not null) rows.Add([new(cut), .. Enumerable.Repeat(new ReportCell(""), fields.Length - 1)]);
        ImmutableArray<ReportBlock> blocks = [new ReportBlock.Paragraph(heading, ReportStyle.Heading), .. cut is null ? [] : (ReportBlock[])[new ReportBlock.Paragraph(cut, ReportStyle.Body)]];
        return new(heading, language, asOf, blocks, [new(heading, fields, [.. rows])]);
    }

    private static ImmutableArray<ReportCell> Line(ParticipantSet participants, LedgerEntry entry, Func<LedgerEntry, (string Person, string Note)>? closed)
    {
        var fields = EventFields.Of(entry.Event);
        var basis = entry.Event switch
        {
            StepEvent.PartlyConfirmed => Words.Of(Basis.Confirmation),
            StepEvent.VerificationChanged => Words.Of(Basis.Probe),
            StepEvent.SourceStated => Words.Of(Basis.Baseline),
            _ => fields.GetValueOrDefault("basis"),
        };
        var open = (ReadOnlySpan<string?>)
        [
            Instant(entry.At), Instant(entry.RecordedAt), entry.Participant.Code, participants.Find(entry.Participant)?.Name, entry.Phase, entry.Step,
            EventFields.KindOf(entry.Event), fields.GetValueOrDefault("from"), fields.GetValueOrDefault("to"), fields.GetValueOrDefault("verification"), basis,
            fields.GetValueOrDefault("blockedOn"), fields.GetValueOrDefault("blockedKind"), fields.GetValueOrDefault("documentNumber"),
            fields.GetValueOrDefault("measure"), fields.GetValueOrDefault("periodFrom"), fields.GetValueOrDefault("periodTo"), fields.GetValueOrDefault("value"), entry.Actor.Agency, entry.Actor.Office,
        ];
        var cells = ImmutableArray.CreateBuilder<ReportCell>(open.Length + 3);
        cells.Add(new(entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Seq <= int.MaxValue ? (int)entry.Seq : null));
        foreach (var text in open) cells.Add(new(text ?? ""));
        if (closed?.Invoke(entry) is not { } more) return cells.ToImmutable();
        cells.Add(new(more.Person));
        cells.Add(new(more.Note));
        return cells.ToImmutable();
    }

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

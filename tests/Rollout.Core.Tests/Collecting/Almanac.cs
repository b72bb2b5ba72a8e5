using Rollout.Core.Boards;
using Rollout.Core.Collecting;
using Rollout.Core.Programmes;
using Rollout.Core.Reports;
using Rollout.Core.Steps;
using Rollout.Core.Tests.Deadlines;
using Rollout.Core.Tests.Support;

namespace Rollout.Core.Tests.Collecting;

/// <summary>The lights of the coast asked for reports: due by 2024-07-10, in rehearsal and again in season.</summary>
internal sealed class Almanac
{
    public const string TwoReports = """[{ key: oil, title: Report on oil, short: Oil, steps: ["1.1"] }, { key: light, title: Report on light, short: Light, steps: ["1.2"] }]""";
    public const string OneReport = """[{ key: all, title: Report on all, short: All, steps: ["1.1", "1.2"] }]""";

    private const string Words =
        """
          letter:
            title: Reminder
            agency: GUILD
            number: "No."
            subject: "About {reports}"
            country: COAST
            motto: Light
            place: "Alma, {year}"
            to: "To:"
            addressees: [All harbours]
            bases: [The almanac asked.]
            standing: "By {asOf}, {copy}:"
            reportStanding: "{report}: {received} of {total}, {late} late, {missing} missing, {unknown} unknown"
            request: "We ask:"
            missing: { head: Of the missing, items: ["{count} harbours in list {list} send {reports} before {deadline}"], list: Missing, columns: [No., Harbour, Report, Days] }
            unknown: { head: Of the unknown, items: ["{count} harbours in list {list} say whether"], list: Unknown, columns: [How many, Which] }
            contact: Ask the guild.
            thanks: Thanks.
            recipientsHead: "Copies:"
            recipients: ["- all"]
            signatures: [{ key: master, lines: [MASTER] }, { key: mate, lines: [FOR THE MASTER, MATE] }]
            appendix: { name: Table, title: HARBOURS, issuedWith: (with the letter) }
        """;

    private Almanac(Programme programme) => Scribe = new(programme, Lights.Harbours);

    public Scribe Scribe { get; }

    public Board Board => Scribe.Board;

    public static string Yaml(string reports, string? due = "{ by: 2024-07-10 }", string letter = Words) =>
        Harbour.Yaml(due is null ? null : $"{{ whole: {due} }}").Replace("blockerKinds:", $"collection:\n  request: almanac\n  reports: {reports}\n{letter}\nblockerKinds:", StringComparison.Ordinal);

    /// <summary>A ledger in which a source has spoken of every harbour in rehearsal.</summary>
    public static Almanac Of(string reports, string? due = "{ by: 2024-07-10 }")
    {
        var almanac = Silent(reports, due);
        almanac.Scribe.Covers("rehearsal", Times.At("2022-01-01 00:00"));
        return almanac;
    }

    public static Almanac Silent(string reports, string? due = "{ by: 2024-07-10 }") => new(Harbour.Read(Yaml(reports, due)));

    public Almanac Has(string code, string step, StepStatus to, string at, Basis basis = Basis.Report, string[]? files = null, DatePrecision precision = DatePrecision.Instant) =>
        Happened(code, step, new StepEvent.StatusChanged(Board.Find(code)!["rehearsal", step].CountsAs, to, basis) { Files = [.. files ?? []], Precision = precision }, at);

    public Almanac Happened(string code, string step, StepEvent happened, string at)
    {
        Scribe.Happened(code, step, happened, Times.At(at), "rehearsal");
        return this;
    }

    public ReportCollection Read(string at) => ReportCollection.Of(Board, Times.At(at), VietNam.Days, Scribe.Entries)!;

    /// <summary>A report's receipts in rehearsal, one line each.</summary>
    public IEnumerable<string> Says(string at, string report, string phase = "rehearsal")
    {
        var collection = Read(at);
        return collection.Find(collection.Form.Find(report)!, Board.Programme.FindPhase(phase)!).Receipts.Select(Line);
    }

    public ReportDocument Letter(string at, params string[] reports)
    {
        var collection = Read(at);
        var form = collection.Form.Letter!;
        return CollectionReminder.Of(
            form, new(collection, Board.Programme.Phases[0], reports.Length == 0 ? collection.Form.Reports : [.. reports.Select(r => collection.Form.Find(r)!)], new(2024, 8, 1), form.Signatures[0]), "en");
    }

    private static string Line(Receipt receipt) =>
        $"{receipt.Participant.Code} {receipt.State}{(receipt.Days > 0 ? $" {receipt.Days}" : "")}{(receipt.On is { } on ? $" on {on:yyyy-MM-dd}" : "")}"
        + $"{(receipt.Begun ? $" without {string.Join('+', receipt.Open)}" : "")}{(receipt.Files > 0 ? $" {receipt.Files} files" : "")}{(receipt.Confirmed ? " confirmed" : "")}";
}

using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Calendar;
using Rollout.Core.Programmes;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The minutes of a step's test ("biên bản kiểm thử"): what the checks saw and who said what, with places to sign.</summary>
public static class MinutesReport
{
    private const int AddressColumn = 3;

    // Room for a signature: as many lines as the form of official papers leaves.
    private const string Room = "\n\n\n\n";

    private static readonly int[] ResultWidths = [9, 17, 15, 28, 19, 12];
    private static readonly int[] StatementWidths = [9, 18, 38, 35];

    /// <summary>The document.</summary>
    /// <param name="programme">The programme, whose form it has.</param>
    /// <param name="form">The form.</param>
    /// <param name="facts">What it is filled with.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(Programme programme, MinutesForm form, MinutesFacts facts, string language)
    {
        string Say(LocalizedText text) => text.In(language);
        var title = Say(form.Title);
        var asOf = string.Format(CultureInfo.InvariantCulture, Say(form.AsOf), Moment(facts.AsOf));
        var signers = Signers(programme, facts, language);
        return new(
            $"{title}: {facts.Participant.Name}, {facts.Step.Key}", language, facts.AsOf,
            [
                new ReportBlock.Paragraph(Say(form.Country), ReportStyle.Title),
                new ReportBlock.Paragraph(Say(form.Motto), ReportStyle.Motto),
                new ReportBlock.Paragraph(title, ReportStyle.AppendixName),
                new ReportBlock.Paragraph(Say(form.IssuedOn), ReportStyle.IssuedWith),
                new ReportBlock.Paragraph($"{Say(programme.ParticipantWord)}: {facts.Participant.Name}", ReportStyle.Body),
                new ReportBlock.Paragraph($"{Say(form.Environment)}: {Say(facts.Phase.Title)}", ReportStyle.Body),
                new ReportBlock.Paragraph($"{Say(form.Step)} {facts.Step.Key}: {Say(facts.Step.Title)}", ReportStyle.Body),
                new ReportBlock.Paragraph($"{Say(form.Content)}: {Say(facts.Step.Text).Trim()}", ReportStyle.Body),
                new ReportBlock.Paragraph(asOf, ReportStyle.Body),
                new ReportBlock.Paragraph(Say(form.Results), ReportStyle.Heading),
                facts.Results.IsEmpty ? new ReportBlock.Paragraph(Say(form.NoResults), ReportStyle.Body) : Results(form, facts, language),
                new ReportBlock.Paragraph(Say(form.Statements), ReportStyle.Heading),
                facts.Statements.IsEmpty ? new ReportBlock.Paragraph(Say(form.NoStatements), ReportStyle.Body) : Statements(form, facts, language),
                new ReportBlock.Paragraph("", ReportStyle.Body),
                new ReportBlock.Table(
                    Say(form.Sign), [.. signers.Select(s => new ReportColumn(string.Format(CultureInfo.InvariantCulture, Say(form.SignedBy), s), 100 / signers.Length, true))],
                    [[.. signers.Select(_ => new ReportCell(Say(form.Sign) + Room))]])
                { Bare = true },
            ],
            []);
    }

    private static ReportBlock.Table Results(MinutesForm form, MinutesFacts facts, string language)
    {
        var columns = form.ResultColumns.Select((c, i) => new ReportColumn(c.In(language), ResultWidths[i], i is 0 or 1 or 5));
        var rows = facts.Results.Select((r, i) => (ImmutableArray<ReportCell>)
        [
            ReportCell.Of(i + 1), new(Moment(r.At)), new(r.Probe), new(r.Address ?? ""), new(r.Outcome), ReportCell.Of((int)Math.Min(Math.Round(r.TotalMs), int.MaxValue)),
        ]);
        // Who may not see the addresses gets no empty column that asks for them.
        return facts.WithAddresses
            ? new(form.Results.In(language), [.. columns], [.. rows])
            : new(form.Results.In(language), [.. Without(columns)], [.. rows.Select(r => (ImmutableArray<ReportCell>)[.. Without(r)])]);
    }

    private static ReportBlock.Table Statements(MinutesForm form, MinutesFacts facts, string language) => new(
        form.Statements.In(language), [.. form.StatementColumns.Select((c, i) => new ReportColumn(c.In(language), StatementWidths[i], i is 0 or 1))],
        [.. facts.Statements.Select((s, i) => (ImmutableArray<ReportCell>)[ReportCell.Of(i + 1), new(Moment(s.At, s.Precision)), new(s.By), new(s.What)])]);

    /// <summary>The participant and those who confirm the step, by the names they bear on the day.</summary>
    private static ImmutableArray<string> Signers(Programme programme, MinutesFacts facts, string language) =>
    [
        facts.Participant.Name.ToUpper(CultureInfo.InvariantCulture),
        .. facts.Step.Settlement.Confirmers.Select(c => programme.FindOrganisation(c)?.NameOn(HanoiTime.DayOf(facts.AsOf)).Short.In(language).ToUpper(CultureInfo.InvariantCulture) ?? c),
    ];

    private static IEnumerable<T> Without<T>(IEnumerable<T> cells) => cells.Where((_, i) => i != AddressColumn);

    /// <summary>As exactly as its source dates it.</summary>
    private static string Moment(DateTimeOffset at, DatePrecision precision) => precision switch
    {
        DatePrecision.Month => at.ToOffset(HanoiTime.Offset).ToString("MM/yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Day => at.ToOffset(HanoiTime.Offset).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => Moment(at),
    };

    private static string Moment(DateTimeOffset at) => at.ToOffset(HanoiTime.Offset).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}

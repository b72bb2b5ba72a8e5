using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Pictures;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Trends;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>The pictures of a progress report, each with what stands under it.</summary>
internal static class ProgressPictures
{
    private static readonly (ConnectionStatus? Status, bool Assumed)[] Kinds =
        [(ConnectionStatus.Completed, false), (ConnectionStatus.InProgress, false), (ConnectionStatus.InProgress, true), (ConnectionStatus.NotStarted, false), (null, false)];

    public static IEnumerable<ReportBlock> Of(ProgressForm form, ProgressFacts facts, BoardSummary summary, ReportWords words, string language)
    {
        var programme = facts.Board.Programme;
        var states = programme.Systems.ToDictionary(s => s.Key, s => facts.Board.Rows.ToDictionary(r => r.Participant.Code, r => Stand(facts, r, s.Key), StringComparer.Ordinal), StringComparer.Ordinal);
        var present = Kinds.Where(k => states.Values.Any(s => s.ContainsValue(k))).ToArray();
        ImmutableArray<LegendItem> legend = [.. present.Select(k => new LegendItem(words.Connection(k.Status, k.Assumed), Paint.Of(k.Status, k.Assumed)))];
        yield return new ReportBlock.Picture(
            form.Systems.In(language),
            BarsDrawing.Of(
                [.. programme.Systems.Select(s => (s.Short.In(language), (ImmutableArray<(Paint, int)>)[.. present.Select(k => (Paint.Of(k.Status, k.Assumed), states[s.Key].Values.Count(v => v == k)))]))],
                legend));
        if (facts.Outline is { } outline)
        {
            var says = TextTemplate.Fill(form.Map.In(language), ("asOf", ReportDates.Day(facts.AsOf)));
            string Whose(string code) => facts.Board.Find(code) is { } row
                ? TextTemplate.Fill(form.Islands.In(language), ("participant", Kinded(row))) : "";
            yield return new ReportBlock.Paragraph(says, ReportStyle.Heading);
            yield return new ReportBlock.Picture(
                says,
                MapDrawing.Of(
                    outline, [.. programme.Systems.Select(s => new MapPanel(s.Short.In(language), code => states[s.Key].TryGetValue(code, out var k) ? Paint.Of(k.Status, k.Assumed) : Paint.Of(null, false)))],
                    Whose, legend));
            yield return new ReportBlock.Paragraph(form.MapNote.In(language), ReportStyle.Caption);
        }
        if (TrendDrawing.Of(facts.Trend, [.. programme.Systems.Select(s => s.Short.In(language))], summary.Participants) is { } trend)
        {
            yield return new ReportBlock.Paragraph(form.Course.In(language), ReportStyle.Heading);
            yield return new ReportBlock.Picture(form.Course.In(language), trend);
            yield return new ReportBlock.Paragraph(Estimated(form, facts, language), ReportStyle.Caption);
        }
    }

    private static (ConnectionStatus? Status, bool Assumed) Stand(ProgressFacts facts, ParticipantProgress row, string system)
    {
        var programme = facts.Board.Programme;
        var status = Connection.Of(programme, row, system, facts.Phase.Key, facts.AsOf);
        return (status, status == ConnectionStatus.InProgress && Connection.IsAssumed(programme, row, system, facts.Phase.Key));
    }

    private static string Kinded(ParticipantProgress row) =>
        row.Participant.Kind.Length == 0 || row.Participant.Name.StartsWith(row.Participant.Kind, StringComparison.OrdinalIgnoreCase)
            ? row.Participant.Name : $"{row.Participant.Kind} {row.Participant.Name}";

    private static string Estimated(ProgressForm form, ProgressFacts facts, string language)
    {
        var parts = facts.Board.Programme.Systems.Select((s, i) => (System: s.Short.In(language), Estimate: Estimate.Of(facts.Trend, i))).Where(e => e.Estimate is not null)
            .Select(e => e.Estimate!.Latest is { } latest
                ? TextTemplate.Fill(form.TrendEstimate.In(language), ("system", e.System), ("earliest", ReportDates.Month(e.Estimate.Earliest)), ("latest", ReportDates.Month(latest)))
                : TextTemplate.Fill(form.TrendOpen.In(language), ("system", e.System), ("earliest", ReportDates.Month(e.Estimate.Earliest))));
        return string.Join(" ", parts.Prepend(form.TrendNote.In(language)));
    }
}

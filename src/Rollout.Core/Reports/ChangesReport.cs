using System.Collections.Immutable;
using System.Globalization;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Reports;

/// <summary>What moved between two readings ("Báo cáo biến động"): the rows with who joined and who left, and the steps behind them.</summary>
public static class ChangesReport
{
    private static readonly int[] ListWidths = [8, 32, 10, 10, 40];
    private static readonly int[] StepWidths = [16, 27, 22, 16, 19];

    /// <summary>The document.</summary>
    /// <param name="form">Its words.</param>
    /// <param name="movement">What moved.</param>
    /// <param name="known">What was known at the two readings; null where it is all that is known now.</param>
    /// <param name="language">Two letters.</param>
    public static ReportDocument Of(ChangesForm form, ListMovement movement, (DateTimeOffset? From, DateTimeOffset? To) known, string language)
    {
        var words = new ReportPhrases(movement.To.Board.Programme, language);
        var title = words.Say(form.Title);
        var period = words.Say(form.Period, Moment(form, words, movement.From.AsOf, known.From), Moment(form, words, movement.To.AsOf, known.To));
        var blocks = ImmutableArray.CreateBuilder<ReportBlock>();
        blocks.Add(new ReportBlock.Paragraph(title, ReportStyle.AppendixName));
        blocks.Add(new ReportBlock.Paragraph(words.Say(words.Programme.Title), ReportStyle.Title));
        blocks.Add(new ReportBlock.Paragraph($"{words.Say(movement.To.Phase.Title)}\n{period}", ReportStyle.IssuedWith));
        if (movement.IsEmpty)
        {
            blocks.Add(new ReportBlock.Paragraph(words.Say(form.None), ReportStyle.Body));
        }
        else
        {
            blocks.Add(new ReportBlock.Paragraph(words.Say(form.Lists), ReportStyle.Heading));
            blocks.Add(Lists(form, words, movement));
            AddSteps(form.Steps, listed: true);
            AddSteps(form.Unlisted, listed: false);
        }
        return new(
            $"{title} {period}", language, movement.To.AsOf, blocks.ToImmutable(),
            [Names(form, words, movement), Steps(form, words, movement)]);

        void AddSteps(LocalizedText heading, bool listed)
        {
            var moved = movement.Participants.Where(p => p.IsListed == listed).ToList();
            if (moved.Count == 0) return;
            blocks.Add(new ReportBlock.Paragraph(words.Say(heading), ReportStyle.Heading));
            blocks.Add(new ReportBlock.Table(
                words.Say(heading), [.. form.StepColumns.Select((c, i) => new ReportColumn(words.Say(c), StepWidths[i], i == 3))],
                [.. moved.SelectMany(p => p.Steps.Select(s => Line(form, words, p, s)))]));
        }
    }

    private static string Moment(ChangesForm form, ReportPhrases words, DateTimeOffset asOf, DateTimeOffset? known) =>
        known is { } k ? words.Say(form.Known, ReportPhrases.Moment(asOf), ReportPhrases.Moment(k)) : ReportPhrases.Moment(asOf);

    private static ReportBlock.Table Lists(ChangesForm form, ReportPhrases words, ListMovement movement) => new(
        words.Say(form.Lists), [.. form.ListColumns.Select((c, i) => new ReportColumn(words.Say(c), ListWidths[i], i is 0 or 2 or 3))],
        [
            .. movement.Lists.Select(l => (ImmutableArray<ReportCell>)
            [
                ReportCell.Of(l.Definition.Number), new(words.Say(l.Definition.Title)), ReportCell.Of(l.Before), ReportCell.Of(l.After),
                new(string.Join('\n', new[] { Moved(form.Joined, l.Joined, words), Moved(form.Left, l.Left, words) }.Where(t => t.Length > 0))),
            ]),
        ]);

    private static ImmutableArray<ReportCell> Line(ChangesForm form, ReportPhrases words, MovedParticipant participant, MovedStep step) =>
    [
        new(participant.Participant.Name), new($"{step.Step.Key} {words.Say(step.Step.Title)}"),
        new(words.Say(form.Became, Status(form, words, step.From, step.FromKnown), Status(form, words, step.To, true))), new(ReportPhrases.Since(step.To)),
        new(string.Join(", ", new[] { Rests(form, words, step), By(words, step) }.Where(t => t.Length > 0).Distinct())),
    ];

    private static ReportRecords Names(ChangesForm form, ReportPhrases words, ListMovement movement) => new(
        words.Say(form.ListColumns[4]), ["number", "title", "before", "after", "change", "code", "name", "entries"],
        [
            .. from list in movement.Lists
               from moved in list.Joined.Select(n => (Change: "joined", Name: n)).Concat(list.Left.Select(n => (Change: "left", Name: n)))
               select (ImmutableArray<ReportCell>)
               [
                   ReportCell.Of(list.Definition.Number), new(words.Say(list.Definition.Title)), ReportCell.Of(list.Before), ReportCell.Of(list.After), new(moved.Change),
                   new(moved.Name.Participant.Code), new(moved.Name.Participant.Name), new(string.Join(' ', moved.Name.Entries.Select(e => e.Seq))),
               ],
        ]);

    private static ReportRecords Steps(ChangesForm form, ReportPhrases words, ListMovement movement) => new(
        words.Say(form.StepColumns[1]), ["code", "name", "step", "from", "to", "since", "basis", "by", "entries"],
        [
            .. from participant in movement.Participants
               from step in participant.Steps
               select (ImmutableArray<ReportCell>)
               [
                   new(participant.Participant.Code), new(participant.Participant.Name), new(step.Step.Key), new(step.FromKnown ? Words.Of(step.From.Status) : ChangesForm.Unknown),
                   new(Words.Of(step.To.Status)), new(step.To.Since?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? ""),
                   new(step.To.Basis is { } basis ? Words.Of(basis) : ""), new(By(words, step)), new(string.Join(' ', step.Entries.Select(e => e.Seq))),
               ],
        ]);

    private static string Moved(LocalizedText text, ImmutableArray<MovedName> names, ReportPhrases words) =>
        names.IsEmpty ? "" : words.Say(text, ReportPhrases.Names(names.Select(n => n.Participant)));

    private static string Status(ChangesForm form, ReportPhrases words, StepState cell, bool known) =>
        form.Statuses.TryGetValue(known ? Words.Of(cell.Status) : ChangesForm.Unknown, out var text) ? words.Say(text) : Words.Of(cell.Status);

    private static string Rests(ChangesForm form, ReportPhrases words, MovedStep step) =>
        step.To.Basis is { } basis && form.Bases.TryGetValue(Words.Of(basis), out var text) ? words.Say(text) : "";

    private static string By(ReportPhrases words, MovedStep step) => step.Entries.IsEmpty ? "" : words.By(step.Entries[^1]);
}

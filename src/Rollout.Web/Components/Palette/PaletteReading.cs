using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Components.Shared;
using Rollout.Web.Printing;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;

namespace Rollout.Web.Components.Palette;

/// <summary>Gathers what one reader may go to and do.</summary>
public sealed class PaletteReading(Texts texts, RolloutSettings settings, PdfPrinter printer, DomainClock clock, ProgrammeCatalog catalog)
{
    private static readonly string[] Own = ["find", "participants", "pages", "actions", "recent", "step", "count", "none", "noneHint", "failed", "copied", "ran", "move", "open", "tab", "close"];

    /// <summary>What somebody is offered on a board.</summary>
    /// <param name="view">What is shown; null where nothing may be read.</param>
    /// <param name="person">Who asks; null for the public.</param>
    public PaletteAnswer Of(BoardView? view, Person? person)
    {
        var words = Own.ToDictionary(w => w, w => texts[$"palette.{w}"], StringComparer.Ordinal);
        if (view is null) return new(words, [], [], [], PaletteActions.Of(texts, null, person, settings.Demo, clock.Now, [], catalog));
        words["participants"] = Texts.Of(view.Programme.ParticipantWord);
        string[] formats = person?.Mandate.MayRead(view.Programme, null) == false ? [] : printer.IsAvailable ? ["docx", "xlsx", "pdf"] : ["docx", "xlsx"];
        return new(
            words, [.. view.Programme.Steps.Select(s => new[] { s.Key, Texts.Of(s.Title) })], Participants(view, person), Pages(view.Programme, HanoiTime.DayOf(view.AsOf), person),
            PaletteActions.Of(texts, view, person, settings.Demo, clock.Now, formats, catalog));
    }

    private ImmutableArray<PaletteEntry> Participants(BoardView view, Person? person) =>
    [
        .. view.Board.Rows.Where(r => person?.Mandate.MayRead(view.Programme, r.Participant.Id) ?? true).Select(row =>
        {
            var participant = row.Participant;
            var standings = view.Programme.Systems.Select(s => $"{Texts.Of(s.Short)}: {texts[LookOf(view, row, s.Key).Key]}");
            return new PaletteEntry(
                $"p:{participant.Code}", participant.Name, string.Join(" · ", ((string[])[participant.Kind, participant.Region]).Where(w => w.Length > 0)),
                PlainText.Of(string.Join(' ', participant.Aliases.Prepend(participant.Name).Append(participant.Code))), "pin")
            {
                More = string.Join(" · ", standings),
                Href = $"/participants/{participant.Code}",
                Own = person?.Mandate.IsOf(participant.Id) == true ? true : null,
            };
        }),
    ];

    private static Look LookOf(BoardView view, ParticipantProgress row, string system)
    {
        var status = Connection.Of(view.Programme, row, system, view.Phase.Key, view.AsOf);
        return Looks.Of(status, status == ConnectionStatus.InProgress && Connection.IsAssumed(view.Programme, row, system, view.Phase.Key));
    }

    private ImmutableArray<PaletteEntry> Pages(Programme programme, DateOnly day, Person? person) =>
    [
        .. SitePages.All.Where(p => p.IsOf(programme) && p.MayOpen(programme, person)).Select(p => Page(p.Path, p.TitleIn(texts, programme), "", p.Sign)),
        .. programme.Organisations.Select(o => Page($"/agencies/{o.Key}", Texts.Of(o.NameOn(day).Short), Texts.Of(o.NameOn(day).Full), "talk")),
    ];

    /// <summary>The words of an address are English, so that a page is found in that language too.</summary>
    private static PaletteEntry Page(string path, string title, string note, string sign) =>
        new($"page:{path}", title, note, PlainText.Of($"{title} {note} {path.Replace('/', ' ')}"), sign) { Href = path };
}

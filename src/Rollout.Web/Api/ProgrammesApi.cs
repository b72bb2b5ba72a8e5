using Rollout.Core.Programmes;
using Rollout.Core.Standings;
using Rollout.Core.Wording;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>The programmes, who takes part, and their boards.</summary>
internal static class ProgrammesApi
{
    public static void MapProgrammes(this RouteGroupBuilder api)
    {
        api.MapGet("/programmes", (HttpContext http, ProgrammesReading programmes) => programmes.Of(http.View(), Person.Of(http.User)?.Mandate).Select(p => Summary(p, http.View().AsOf)))
            .WithMetadata(new ReadableUnderOwn()).WithSummary("The programmes, each with how it stands").WithInstants();
        api.MapGet("/programmes/{programme}", (HttpContext http) => Whole(http.View().Programme))
            .WithSummary("A programme: phases, systems, parts and steps, status lists, documents");
        api.MapGet("/programmes/{programme}/participants", (HttpContext http) => Participants(http.View())).WithSummary("Who takes part, in official order");
        api.MapGet("/programmes/{programme}/board", (HttpContext http) => Board(http.View()))
            .WithSummary("The board of a phase").WithBoardQuery();
        api.MapGet("/programmes/{programme}/participants/{code}", (HttpContext http, string code) => Checklist(http.View(), code))
            .WithSummary("A participant's checklist in a phase").WithBoardQuery();
    }

    private static object Summary(ProgrammeLine line, DateTimeOffset asOf) => new
    {
        line.Programme.Key,
        Title = Texts.Of(line.Programme.Title),
        Phases = Phases(line.Programme),
        Systems = Systems(line.Programme),
        Closed = line is { IsClosed: true, Programme.Closing: { } closing }
            ? new { closing.On, closing.Successor, Note = closing.Note is { } note ? Texts.Of(note) : null } : null,
        Standing = line.Stands is { } standing ? Standing(standing, asOf) : null,
    };

    /// <summary>Where nothing is known no count is told, and where nothing is due nobody is late.</summary>
    private static object Standing(ProgrammeStanding standing, DateTimeOffset asOf) => new
    {
        AsOf = asOf,
        standing.Participants,
        Known = standing.IsKnown,
        Done = standing.IsKnown ? standing.AllDone : (int?)null,
        Steps = standing.AllCells,
        standing.Failing,
        standing.Overdue,
        standing.Soon,
        NextDeadline = standing.Due?.Next,
        CalendarMissing = standing.Due?.MissingYears ?? [],
    };

    private static object Whole(Programme programme) => new
    {
        programme.Key,
        Title = Texts.Of(programme.Title),
        programme.Lead,
        // One set is a word, as in the file.
        Participants = programme.ParticipantSets is [var only] ? (object)only : programme.ParticipantSets,
        Phases = Phases(programme),
        Systems = Systems(programme),
        Organisations = programme.Organisations.Select(o => new { o.Key, Names = o.Names.Select(n => new { Full = Texts.Of(n.Full), Short = Texts.Of(n.Short), n.From }) }),
        Parts = programme.Parts.Select(part => new
        {
            part.Key,
            Title = Texts.Of(part.Title),
            part.System,
            Steps = part.Steps.Select(s => new
            {
                s.Key,
                Title = Texts.Of(s.Title),
                Text = Texts.Of(s.Text),
                s.Reporters,
                s.Settlement.Confirmers,
                s.Settlement.All,
                s.Settlement.Probes,
                s.Settlement.Fallback,
                Applies = s.Applies is { } applies ? new { applies.After, applies.With, Participants = applies.Only?.Order(StringComparer.Ordinal), Except = applies.Except.Order(StringComparer.Ordinal), applies.Open } : null,
            }),
        }),
        StatusLists = programme.ListDefinitions.Select(l => new { l.Number, Title = Texts.Of(l.Title) }),
        Documents = programme.Documents.Select(d => new { d.Key, d.Number, d.Issuer, d.Date, Title = Texts.Of(d.Title) }),
    };

    private static object Board(BoardView view) => new
    {
        Programme = view.Programme.Key,
        Phase = view.Phase.Key,
        view.AsOf,
        view.Board.Seq,
        Participants = view.Board.Rows.Select(row => new
        {
            row.Participant.Code,
            row.Participant.Name,
            Service = row.Service is null ? null : Words.Of(row.Service.State),
            Systems = CellAnswers.Systems(view, row),
            Steps = CellAnswers.Of(view, row),
        }),
    };

    private static object Checklist(BoardView view, string code)
    {
        var row = view.Board.Find(code)!;
        return new
        {
            row.Participant.Code,
            row.Participant.Name,
            Programme = view.Programme.Key,
            Phase = view.Phase.Key,
            view.AsOf,
            Service = row.Service is null ? null : Words.Of(row.Service.State),
            Systems = CellAnswers.Systems(view, row),
            Steps = CellAnswers.Of(view, row),
        };
    }

    private static IEnumerable<object> Participants(BoardView view) => view.Board.Participants.All.Select(p => new { p.Code, p.Name, p.Kind, p.Region });

    private static IEnumerable<object> Phases(Programme programme) => programme.Phases.Select(p => new { p.Key, Title = Texts.Of(p.Title) });

    private static IEnumerable<object> Systems(Programme programme) => programme.Systems.Select(s => new { s.Key, Title = Texts.Of(s.Title), s.Owner });
}

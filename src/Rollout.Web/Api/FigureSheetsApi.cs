using Rollout.Core.Boards;
using Rollout.Core.Measures;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Web.Accounts;
using Rollout.Web.Acting;
using Rollout.Web.Measuring;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>Tables of figures: the one to fill in, what a filled one would write with every bad cell named, and writing it, all of it or nothing.</summary>
internal static class FigureSheetsApi
{
    private static readonly string[] Formats = ["csv", "xlsx"];

    public static void MapFigureSheets(this RouteGroupBuilder api)
    {
        api.MapGet(MeasuresApi.Place + "/template.{format}", Template).WithMetadata(new MeasureQuery(several: true), new ReadableUnderOwn())
            .WithSummary("The table to fill in, as csv or xlsx: a row for each participant, a column for each measure and period, and what is stated already").WithInstants().WithQuery(MeasureQuery.Filled);
        api.MapPost(MeasuresApi.Place + "/figures", PostAsync).WithMetadata(new SignedInOnly(), new ReadableUnderOwn(), new FigureSheetQuery(), new FigureSheetBody())
            .WithSummary("States the figures of a csv or xlsx table, all of them or none; with dryRun=true only says what would be written").WithQuery(FigureSheetQuery.Described).WithFileOrText();
    }

    private static IResult Template(HttpContext http, ReportDownload download, Texts texts, string format)
    {
        var view = http.View();
        if (!Formats.Contains(format, StringComparer.OrdinalIgnoreCase)) return Problems.Unknown("format", format, Formats, texts);
        if (view.Programme.Measures.IsEmpty) return Problems.Unknown("document", "measures", [], texts);
        return download.Send(http, format, $"{view.Programme.Key}-figures", () => FigureTemplate.Of(
            texts, view, MeasureQuery.Columns(http.Request.Query, view), FigureTemplate.Rows(view, Person.Of(http.User)?.Mandate)));
    }

    private static async Task<IResult> PostAsync(HttpContext http, FigureDesk desk, Texts texts)
    {
        var (view, source, query) = (http.View(), http.Features.Get<FigureSource>()!, http.Request.Query);
        if (desk.Refuse(http.User, view.Board, out var person) is { } forbidden) return Problems.Of(forbidden, view.Programme, texts);
        if (FigureSheetQuery.IsDry(query))
        {
            if (source.Refusal is { } unreadable) return Problems.Of(new(RefusalKind.Rule, unreadable), view.Programme, texts);
            var (sheet, seq) = desk.Plan(person!, view.Programme.Key, source);
            return TypedResults.Ok<object>(Preview(source, sheet, seq, view.Programme, texts));
        }
        var outcome = await desk.WriteAsync(http.User, view.Programme.Key, source, FigureSheetQuery.Document(query), FigureSheetQuery.Seq(query), http.RequestAborted);
        if (outcome.Refusal is { } refusal)
            return Problems.Of(
                refusal, view.Programme, texts, ("mistakes", (outcome.Sheet?.Mistakes ?? []).Select(m => Wrong(m, view.Programme, texts)).ToArray()),
                ("changed", outcome.Moved.Select(Cell).ToArray()));
        return TypedResults.Created((string?)null, (object)new
        {
            source.Name,
            source.Hash,
            outcome.Written,
            outcome.Already,
            outcome.Sheet!.Blank,
        });
    }

    private static object Preview(FigureSource source, FigureSheet sheet, long seq, Programme programme, Texts texts) => new
    {
        Programme = programme.Key,
        Seq = seq,
        source.Name,
        source.Hash,
        Columns = sheet.Head.Figures.Select(c => new { Column = c.Index + 1, Measure = c.Measure.Key, c.Period.From, c.Period.To }),
        Writes = sheet.Commands.Count(),
        Already = sheet.Figures.Count(f => f.Planned.Command is null),
        sheet.Blank,
        Figures = sheet.Figures.Select(Cell),
        Mistakes = sheet.Mistakes.Select(m => Wrong(m, programme, texts)),
    };

    private static object Cell(SheetFigure cell) => new
    {
        cell.Planned.Row,
        Column = cell.Column.Index + 1,
        cell.Planned.Participant.Code,
        cell.Planned.Participant.Name,
        Measure = cell.Column.Measure.Key,
        cell.Column.Period.From,
        cell.Column.Period.To,
        cell.Planned.Before,
        cell.Planned.After,
        Writes = cell.Planned.Command is not null,
        cell.Planned.Corrects,
    };

    private static object Wrong(SheetMistake mistake, Programme programme, Texts texts) => new
    {
        Row = mistake.Line,
        mistake.Column,
        Cell = $"{mistake.Letters}{mistake.Line}",
        mistake.Typed,
        mistake.Message.Code,
        Message = SheetWords.Of(texts, programme, mistake.Message),
    };
}

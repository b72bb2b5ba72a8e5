using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;

namespace Rollout.Core.Measures;

/// <summary>
/// What a table of figures would do to a board: decided like the figures themselves, written nowhere, every bad cell named. A blank figure says
/// nothing: it takes none back. The commands carry the versions that were seen, so that whoever was faster is not written over.
/// </summary>
/// <param name="Figures">The rows that state a figure, in their order.</param>
/// <param name="Blank">How many rows state none.</param>
/// <param name="Mistakes">The bad cells; with any of them nothing should be written.</param>
public sealed record FigurePlan(ImmutableArray<PlannedFigure> Figures, int Blank, ImmutableArray<FigureMistake> Mistakes)
{
    private const int LongestHinted = 80;

    /// <summary>What is to be written, when no cell is bad.</summary>
    public IEnumerable<StepCommand.StateFigure> Commands => Mistakes.IsEmpty ? Figures.Select(f => f.Command).OfType<StepCommand.StateFigure>() : [];

    /// <summary>Plans a table.</summary>
    /// <param name="board">The board as it is now.</param>
    /// <param name="measure">Of which measure.</param>
    /// <param name="period">Of which period.</param>
    /// <param name="rows">The rows, without their heading.</param>
    /// <param name="actor">Who acts towards a participant.</param>
    /// <param name="now">The present.</param>
    public static FigurePlan Of(
        Board board, MeasureDefinition measure, FigurePeriod period, IEnumerable<FigureCells> rows, Func<Participant, Actor> actor, DateTimeOffset now)
    {
        var figures = ImmutableArray.CreateBuilder<PlannedFigure>();
        var mistakes = ImmutableArray.CreateBuilder<FigureMistake>();
        var (names, told, blank) = (new NameMatcher(board.Participants), new Dictionary<ParticipantId, int>(), 0);
        foreach (var row in rows)
        {
            if (row is { Number: null } && string.IsNullOrWhiteSpace(row.Value))
            {
                blank++;
                continue;
            }
            var participant = Find(board, names, row, mistakes);
            var value = row.Number ?? FigureText.Read(row.Value, measure.Decimals);
            if (value is null) mistakes.Add(new(row.Row, FigureColumn.Value, Message.Of("sheet.number", Cut(row.Value.Trim()))));
            if (participant is not null && !told.TryAdd(participant.Id, row.Row))
                mistakes.Add(new(row.Row, FigureColumn.Code, Message.Of("sheet.twice", participant.Name, $"{told[participant.Id]}")));
            if (participant is null || value is not { } stated) continue;
            var before = board[participant.Id].Measured.Find(measure.Key, period);
            var command = new StepCommand.StateFigure(actor(participant), participant.Id, measure.Key, period, stated, before?.Version ?? 0)
            {
                Note = string.IsNullOrWhiteSpace(row.Note) ? null : row.Note.Trim(),
            };
            switch (StepDecider.Decide(board.Programme, board[participant.Id], command, now))
            {
                case Decision.Refused { Refusal.Message: { Code: "note.required" } why }: mistakes.Add(new(row.Row, FigureColumn.Note, why)); break;
                case Decision.Refused { Refusal.Message: var why }: mistakes.Add(new(row.Row, FigureColumn.Value, why)); break;
                case Decision.Accepted accepted: figures.Add(new(row.Row, participant, before?.Value, stated, accepted.Events.IsEmpty ? null : command)); break;
            }
        }
        return new(figures.ToImmutable(), blank, mistakes.ToImmutable());
    }

    /// <summary>Whom a row speaks of; a code and a name that do not go together are a slip of one of them.</summary>
    private static Participant? Find(Board board, NameMatcher names, FigureCells row, ImmutableArray<FigureMistake>.Builder mistakes)
    {
        var (code, name) = (row.Code.Trim(), row.Name.Trim());
        var byCode = board.Participants.Find(code);
        var byName = name.Length > 0 ? names.Find(name) : null;
        if (code.Length > 0 && byCode is null) mistakes.Add(new(row.Row, FigureColumn.Code, Message.Of("sheet.code", Cut(code))));
        if (name.Length > 0 && byName is null)
            mistakes.Add(new(row.Row, FigureColumn.Name, name.Length <= LongestHinted && names.Hint(name) is { } hint ? Message.Of("sheet.nameNear", name, hint) : Message.Of("sheet.name", Cut(name))));
        if (code.Length + name.Length == 0) mistakes.Add(new(row.Row, FigureColumn.Code, Message.Of("sheet.nobody")));
        if (byCode is not null && byName is not null && byCode.Id != byName.Id) mistakes.Add(new(row.Row, FigureColumn.Name, Message.Of("sheet.other", code, byCode.Name, name)));
        var fits = (code.Length == 0 || byCode is not null) && (name.Length == 0 || byName is not null) && (byCode is null || byName is null || byCode.Id == byName.Id);
        return fits ? byCode ?? byName : null;
    }

    private static string Cut(string text) => text.Length > LongestHinted ? $"{text[..LongestHinted]}\u2026" : text;
}

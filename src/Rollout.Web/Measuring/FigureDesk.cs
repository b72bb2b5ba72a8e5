using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Claims;
using Rollout.Core.Boards;
using Rollout.Core.Measures;
using Rollout.Core.Participants;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;

namespace Rollout.Web.Measuring;

/// <summary>
/// Where tables of figures come in, from a page's circuit and from the API alike: asks once more who it is, decides every cell as if it were stated
/// alone, and writes all of it or nothing.
/// </summary>
public sealed class FigureDesk(LiveAccess access, BoardReading boards, StepRecorder recorder, RolloutDatabase database, DomainClock clock, Texts texts)
{
    // What the rules say to who may not: then it is a matter of permission rather than of the cell.
    private static readonly string[] Forbidding = ["figure.reportedBy", "actor.vendor"];

    /// <summary>Whether somebody states figures of anybody in a programme.</summary>
    public static bool MayState(Mandate mandate, Programme programme, IEnumerable<Participant> participants) =>
        !programme.Measures.IsEmpty && participants.Any(p => programme.Measures.Any(m => mandate.MayStateFigures(programme, m, p.Id)));

    /// <summary>Why somebody may bring no table; null when they may.</summary>
    public Refusal? Refuse(ClaimsPrincipal? user, Board board, out Person? person)
    {
        person = access.Now(user);
        if (person is null) return Refusal.Forbidden("actor.signIn");
        if (MayState(person.Mandate, board.Programme, board.Participants.All)) return null;
        var reporters = board.Programme.Measures.SelectMany(m => m.ReportedBy).Prepend(board.Programme.Lead).Distinct(StringComparer.Ordinal);
        return person.Mandate.Kind == ActorKind.Vendor ? Refusal.Forbidden("actor.vendor") : Refusal.Forbidden("figure.reportedBy", string.Join(", ", reporters));
    }

    /// <summary>What a table would do to the present board, and the latest entry of it; written nowhere.</summary>
    public (FigureSheet Sheet, long Seq) Plan(Person person, string programme, FigureSource source)
    {
        var board = Present(programme);
        return (FigureSheet.Of(board, source.Lines ?? [], p => person.ActorFor(board.Programme, p.Id), clock.Now), board.Seq);
    }

    /// <summary>Writes a table, all of it or nothing.</summary>
    /// <param name="user">Who brings it.</param>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="source">The table.</param>
    /// <param name="document">The document it rests on.</param>
    /// <param name="seq">The latest entry of the board that was previewed; null when nobody has looked.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<FigureOutcome> WriteAsync(ClaimsPrincipal? user, string programme, FigureSource source, DocumentReference? document, long? seq, CancellationToken ct)
    {
        try
        {
            return await DecideAsync(user, programme, source, document, seq, ct);
        }
        catch (DbException e) when (database.Refuse(e) is { } refusal)
        {
            // Already asking who it is needs the database.
            return FigureOutcome.Refused(refusal);
        }
    }

    private async Task<FigureOutcome> DecideAsync(ClaimsPrincipal? user, string programme, FigureSource source, DocumentReference? document, long? seq, CancellationToken ct)
    {
        if (Refuse(user, Present(programme), out var person) is { } forbidden) return FigureOutcome.Refused(forbidden);
        if (source.Refusal is { } unreadable) return FigureOutcome.Refused(new(RefusalKind.Rule, unreadable));
        var (sheet, _) = Plan(person!, programme, source);
        if (sheet.Mistakes.FirstOrDefault(m => Forbidding.Contains(m.Message.Code)) is { } others) return FigureOutcome.Refused(new(RefusalKind.Forbidden, others.Message), sheet);
        if (!sheet.Mistakes.IsEmpty) return FigureOutcome.Refused(Refusal.Rule("sheet.mistakes", $"{sheet.Mistakes.Length}"), sheet);
        // Where the row says nothing the entry says at least where it comes from.
        var note = texts["measures.note.file", source.Name, source.Hash];
        List<StepCommand.StateFigure> commands = [.. sheet.Commands.Select(c => c with { Document = document, Note = c.Note ?? note })];
        ImmutableArray<SheetFigure> moved = [];
        var recorded = await recorder.RecordAllAsync(programme, commands, Against, ct);
        if (recorded.FirstOrDefault(r => r.Refusal is not null)?.Refusal is { } refusal) return FigureOutcome.Refused(refusal, sheet) with { Moved = moved };
        return new(null, sheet, recorded.Sum(r => r.Entries.Length), sheet.Figures.Length - commands.Count, []);

        // Under the lock: all are decided before the first is written.
        Refusal? Against(Board board)
        {
            moved = seq is null ? [] : [.. sheet.Figures.Where(f => board[f.Planned.Participant.Id].Measured.Find(f.Column.Measure.Key, f.Column.Period)?.LastSeq > seq)];
            if (!moved.IsEmpty) return new(RefusalKind.Stale, Message.Of("sheet.moved", $"{moved.Length}"));
            return commands.Select(c => StepDecider.Decide(board.Programme, board[c.Participant], c, clock.Now)).OfType<Decision.Refused>().FirstOrDefault()?.Refusal;
        }
    }

    private Board Present(string programme) => boards.Read(programme, null, null, null).View!.Board;
}

using System.Collections.Immutable;
using System.Security.Claims;
using Rollout.Core.Appendices;
using Rollout.Core.Boards;
using Rollout.Core.Ledger;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;
using Rollout.Web.Accounts;
using Rollout.Web.Reading;
using Rollout.Web.Resources;
using Rollout.Web.Settings;

namespace Rollout.Web.Appendices;

/// <summary>
/// Where published appendices are read, compared and imported, from a page's circuit and from the API alike: asks once more who it is, and
/// whether the import still comes to what was compared.
/// </summary>
public sealed class AppendixDesk(
    LiveAccess access, ProgrammeCatalog catalog, BoardReading boards, LedgerReader ledger, FileStore files, BaselineImport import, DomainClock clock, Texts texts)
{
    private const int MostBetween = 100_000;

    /// <summary>Reads what somebody brought.</summary>
    public AppendixReading Read(string programme, AppendixSource source)
    {
        var (rules, participants) = catalog.Find(programme)!;
        return source.Document is { } document
            ? AppendixReader.Read(rules, participants, document)
            : new(source.Name, false, [], [new(0, 0, source.Refusal!)], null, null, null);
    }

    /// <summary>Compares an appendix with the board as of its date; says what is wrong with the date otherwise.</summary>
    public (AppendixComparison? Comparison, long Seq, QueryMistake? Mistake) Compare(AppendixReading reading, string programme, string phase, StatedDate date)
    {
        var (then, mistake) = boards.Read(programme, phase, TextOf(date), null);
        if (then is null) return (null, 0, mistake);
        var now = boards.Read(programme, phase, null, null).View!.Board;
        var lists = StatusLists.Of(then.Board, phase, then.AsOf);
        var plan = reading.State is { } state ? ImportPlan.Of(now, Commands(programme, state, reading.Name, phase, date, null), clock.Now) : null;
        return (AppendixComparison.Of(reading, lists, plan), now.Seq, null);
    }

    /// <summary>Imports an appendix, all of it or nothing.</summary>
    /// <param name="user">Who approves it.</param>
    /// <param name="wish">What was approved.</param>
    /// <param name="source">The appendix itself: it is read again.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<AppendixOutcome> ImportAsync(ClaimsPrincipal? user, AppendixWish wish, AppendixSource source, CancellationToken ct)
    {
        if (Refuse(user, out var person) is { } refusal) return AppendixOutcome.Refused(refusal);
        var reading = Read(wish.Programme, source);
        if (reading.State is null) return AppendixOutcome.Refused(Refusal.Rule("reading.mistakes", $"{reading.Mistakes.Length}")) with { Mistakes = reading.Mistakes };
        if (boards.Read(wish.Programme, wish.Phase, TextOf(wish.Date), null).Mistake is not null) return AppendixOutcome.Refused(Refusal.Rule("reading.future", TextOf(wish.Date)));
        // Kept first: an entry never names a file that is not there. Without an entry it is pruned within a day.
        var kept = await files.SaveAsync(new MemoryStream(source.Content, writable: false), source.Name, ct);
        // Everybody reads the name in the journal: what the file was called stays in the note.
        var name = $"appendix-{wish.Date.Written}-{source.Hash[..8]}{Path.GetExtension(source.Name)}";
        var note = texts["reading.note", source.Name, source.Hash, person!.FullName];
        var commands = Commands(wish.Programme, reading.State, name, wish.Phase, wish.Date, wish.Document)
            .Select(c => c switch
            {
                StepCommand.Import i => i with { Note = note, Files = kept.File is { } file ? [new FileReference(file.Hash, kept.Name)] : [] },
                StepCommand.StateSource s => s with { Note = note },
                _ => c,
            }).ToList();
        ImmutableArray<MovedCell> moved = [];
        var outcome = await import.RunAsync(wish.Programme, commands, Moved, ct);
        var already = commands.Count - outcome.Written - outcome.Left.Length;
        return outcome.Refusal is not null ? AppendixOutcome.Refused(outcome.Refusal) with { Changed = moved } : new(null, [], [], outcome.Written, already, outcome.Left, name);

        Refusal? Moved(Board board)
        {
            if (wish.Seq == board.Seq) return null;
            moved = wish.Seq > board.Seq ? [] : [.. Changed(board, commands, wish.Seq)];
            return moved.IsEmpty && wish.Seq <= board.Seq ? null : new(RefusalKind.Stale, Message.Of("reading.moved", $"{moved.Length}"));
        }
    }

    /// <summary>Why somebody may not import; null when they may.</summary>
    public Refusal? Refuse(ClaimsPrincipal? user, out Person? person)
    {
        person = access.Now(user);
        if (person is null) return Refusal.Forbidden("actor.signIn");
        return person.Mandate.Kind == ActorKind.Monitor ? null : Refusal.Forbidden("reading.monitor");
    }

    /// <summary>The cells that somebody wrote since and with which the import now does another thing.</summary>
    private IEnumerable<MovedCell> Changed(Board board, List<StepCommand> commands, long seq)
    {
        var touched = ledger.After(board.Programme.Key, seq, MostBetween).Select(e => (e.Participant, e.Phase, e.Step)).ToHashSet();
        foreach (var command in commands.OfType<StepCommand.Import>().Where(c => touched.Contains((c.Key.Participant, c.Key.Phase, c.Key.Step))))
        {
            var row = new ParticipantProgress(board.Programme, board[command.Participant].Participant);
            foreach (var entry in ledger.Of(board.Programme.Key, $"{command.Participant}", command.Key.Phase, command.Key.Step, TwoTimes.All, MostBetween).Reverse())
                if (entry.Seq <= seq && entry.Step is not null) row = row.Evolve(entry.Event, entry.Phase, entry.Step, entry.Actor, entry.At, entry.Seq);
            var (was, now) = (ImportPlan.FateOf(row, board.Programme, command, clock.Now), ImportPlan.FateOf(board[command.Participant], board.Programme, command, clock.Now));
            if (was != now) yield return new(command.Key, was, now);
        }
    }

    private IEnumerable<StepCommand> Commands(string programme, Core.Baselines.PublishedState state, string name, string phase, StatedDate date, DocumentReference? document)
    {
        var (rules, participants) = catalog.Find(programme)!;
        return state.Commands(rules, participants, new BaselineSource(name, [phase], date.At, date.Precision, ""), document);
    }

    private static string TextOf(StatedDate date) => date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

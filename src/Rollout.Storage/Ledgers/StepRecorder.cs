using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;
using Rollout.Storage.Time;

namespace Rollout.Storage.Ledgers;

/// <summary>
/// The one way into the ledger: decide, append, apply. A person's click, an API call, an import and a probe all enter here. Under the
/// database's write lock the board is first brought up to the head, so that the decision is made on what is true at that moment, whichever
/// process wrote it.
/// </summary>
public sealed class StepRecorder(RolloutDatabase database, BoardStore boards, DomainClock clock) : IDisposable
{
    /// <summary>How many of those who wait are written together at most.</summary>
    private const int MostTogether = 64;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<AppendWish> _waiting = new();
    private DbConnection? _connection;

    /// <summary>Records one command.</summary>
    public async Task<Recorded> RecordAsync(string programme, StepCommand command, CancellationToken ct)
    {
        // Probes mostly say what is known already; that needs no lock and no disk.
        var board = boards.Of(programme);
        if (command is StepCommand.Observe && StepDecider.Decide(board.Programme, board[command.Participant], command, clock.Now) is Decision.Accepted { Events.IsEmpty: true })
            return new([], null);
        var results = await RecordAllAsync(programme, [command], ct);
        return results[0];
    }

    /// <summary>Records several commands in one transaction: all that are accepted are written together or not at all.</summary>
    public Task<ImmutableArray<Recorded>> RecordAllAsync(string programme, IReadOnlyList<StepCommand> commands, CancellationToken ct) =>
        RecordAllAsync(programme, commands, _ => null, ct);

    /// <summary>
    /// Records several commands in one transaction, unless something speaks against it: asked under the lock, of the board at the head, so that
    /// nothing comes between the answer and what is written. A refusal is then that of every command.
    /// </summary>
    public async Task<ImmutableArray<Recorded>> RecordAllAsync(
        string programme, IReadOnlyList<StepCommand> commands, Func<Board, Refusal?> unless, CancellationToken ct)
    {
        using var append = LedgerAppend.Begin(programme);
        var wanted = new AppendWish(programme, commands, unless);
        _waiting.Enqueue(wanted);
        try
        {
            await _turn.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Whoever has the turn may be writing it already: then what comes of it counts.
            if (wanted.TryGiveUp()) throw;
            return append.Told(await wanted.Outcome);
        }
        try
        {
            while (!wanted.Outcome.IsCompleted) RecordWaiting();
        }
        finally
        {
            _turn.Release();
        }
        return append.Told(await wanted.Outcome);
    }

    /// <summary>Brings the boards up to the head that another process, or another node, has written.</summary>
    internal async Task CatchUpAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var connection = _connection ??= database.Connect();
            boards.Apply(Follow(connection, LedgerTable.Head(connection)));
        }
        catch
        {
            // It may have died with its server, and would fail for ever: the next turn makes another.
            LetGo();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Lets an append that is under way end first.</summary>
    public void Dispose()
    {
        _turn.Wait();
        _connection?.Dispose();
        _turn.Dispose();
    }

    private void LetGo()
    {
        _connection?.Dispose();
        _connection = null;
    }

    /// <summary>A connection that was kept may have died with its server since: nothing was asked over it yet, so that another is tried once.</summary>
    private DbTransaction Begin()
    {
        try
        {
            if (_connection is not null) return database.Write(_connection);
        }
        catch (Exception e) when (e is InvalidOperationException || (e is DbException failure && database.Refuse(failure)?.Message.Code == "storage.unreachable"))
        {
            LetGo();
        }
        return database.Write(_connection ??= database.Connect());
    }

    /// <summary>Writes all that wait in one transaction, since what takes time is the disk; each is decided on what those before it have written.</summary>
    private void RecordWaiting()
    {
        var batch = new List<AppendWish>();
        while (batch.Count < MostTogether && _waiting.TryDequeue(out var wanted))
            if (wanted.TryTake()) batch.Add(wanted);
        if (TryRecord(batch)) return;
        // One of them cannot be written; the others are not to blame.
        foreach (var wanted in batch) TryRecord([wanted]);
    }

    /// <summary>Whether it is known what came of them; false when several failed together and none is known to be the cause.</summary>
    private bool TryRecord(List<AppendWish> batch)
    {
        try
        {
            var outcomes = Record(batch);
            foreach (var (wanted, outcome) in batch.Zip(outcomes)) wanted.Tell(outcome);
        }
        catch (Exception e)
        {
            LetGo();
            var refusal = e is DbException failure ? database.Refuse(failure) : null;
            if (batch.Count > 1 && refusal is not { Kind: RefusalKind.Unavailable }) return false;
            foreach (var wanted in batch)
                if (refusal is null) wanted.Fail(e);
                else wanted.Tell(wanted.Refused(refusal));
        }
        return true;
    }

    private ImmutableArray<ImmutableArray<Recorded>> Record(List<AppendWish> batch)
    {
        if (Broken() is { } broken) return [.. batch.Select(w => w.Refused(broken))];
        using var transaction = Begin();
        var connection = transaction.Connection!;
        var foreign = Follow(connection, LedgerTable.Head(connection, transaction));
        if (Broken() is { } found) return [.. batch.Select(w => w.Refused(found))];
        var snapshot = foreign.Aggregate(boards.Current, (s, e) => s.Apply(e));
        var outcomes = ImmutableArray.CreateBuilder<ImmutableArray<Recorded>>(batch.Count);
        foreach (var wanted in batch)
        {
            if (wanted.Unless(snapshot.Boards[wanted.Programme]) is { } against)
            {
                outcomes.Add(wanted.Refused(against));
                continue;
            }
            var results = ImmutableArray.CreateBuilder<Recorded>(wanted.Commands.Count);
            foreach (var command in wanted.Commands)
            {
                var recorded = Record(connection, transaction, wanted.Programme, command, snapshot);
                foreach (var entry in recorded.Entries) snapshot = snapshot.Apply(entry);
                results.Add(recorded);
            }
            outcomes.Add(results.ToImmutable());
        }
        var written = outcomes.SelectMany(o => o).SelectMany(r => r.Entries).ToImmutableArray();
        if (!written.IsEmpty)
        {
            Checkpoints.Forget(connection, transaction, clock.Now);
            transaction.Commit();
        }
        boards.Apply([.. foreign, .. written]);
        return outcomes.ToImmutable();
    }

    private Refusal? Broken() => boards.BrokenAt is { } seq ? new(RefusalKind.Unavailable, Message.Of("ledger.broken", $"{seq}")) : null;

    private Recorded Record(DbConnection connection, DbTransaction transaction, string programme, StepCommand command, BoardSnapshot snapshot)
    {
        var board = snapshot.Boards[programme];
        var now = clock.Now;
        var decision = StepDecider.Decide(board.Programme, board[command.Participant], command, now);
        if (decision is Decision.Refused refused) return Recorded.Refused(refused.Refusal);
        var accepted = (Decision.Accepted)decision;
        var note = command.Written;
        if (!accepted.Events.IsEmpty && ContentRules.Refuse(connection, transaction, note, command.Evidence) is { } removed) return Recorded.Refused(removed);
        var noteHash = accepted.Events.IsEmpty || string.IsNullOrWhiteSpace(note) ? null : NoteStore.Put(connection, transaction, note.Trim());
        var (phase, step) = command.Place;
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        var (seq, hash) = (snapshot.Seq, snapshot.Hash);
        foreach (var happened in accepted.Events)
        {
            // What is sealed is what will be read: empty fields gone, times in whole milliseconds (rule 10).
            var said = EventFields.Read(EventFields.KindOf(happened), EventFields.Of(happened));
            var entry = HashChain.Seal(
                new(programme, command.Participant, phase, step, said, command.Actor, HanoiTime.Local(accepted.At), now, noteHash), ++seq, hash);
            entries.Add(entry);
            hash = entry.Hash;
        }
        LedgerTable.Insert(database, connection, transaction, entries);
        foreach (var entry in entries) FileStore.Attach(connection, transaction, entry.Seq, command.Evidence);
        // What was prepared for this report has served.
        if (command is StepCommand.Change { To: StepStatus.Reported } report && entries.Count > 0) Drafts.Forget(connection, transaction, programme, report.Key);
        return new(entries.ToImmutable(), null);
    }

    /// <summary>The entries written elsewhere since the current board, their chain checked; a broken one stops all writing.</summary>
    private ImmutableArray<LedgerEntry> Follow(DbConnection connection, (long Seq, string Hash) head)
    {
        var (seq, hash) = (boards.Current.Seq, boards.Current.Hash);
        if (head == (seq, hash)) return [];
        // The entry we know as the last was removed or replaced.
        long? broken = head.Seq <= seq ? Math.Min(head.Seq + 1, seq) : null;
        ImmutableArray<LedgerEntry> foreign = broken is null ? [.. ChainWalk.From(connection, seq, hash, at => broken = at)] : [];
        if (broken is null) return foreign;
        boards.Break(broken.Value);
        return [];
    }
}

using System.Collections.Immutable;
using System.Data.Common;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Publications;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Contents;
using Rollout.Storage.Database;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Time;

namespace Rollout.Storage.Publications;

/// <summary>
/// The one way into the publications: decide, append, apply, under the same write lock of the database as the ledger's, so that what is
/// submitted rests on the head of the ledger that it names.
/// </summary>
public sealed class PublicationRecorder(
    RolloutDatabase database, PublicationBook book, LedgerReader ledger, BoardStore boards, ProgrammeCatalog catalog, DomainClock clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>What a decision rests on now, for those who ask before they command.</summary>
    public PublicationFacts Facts(Programme programme, Publication? publication) => Facts(programme, publication, book.Of(programme.Key), (0, EditionHash.Genesis), clock.Now);

    /// <summary>Records a command.</summary>
    /// <param name="programme">Key of a programme of the catalogue.</param>
    /// <param name="id">Which publication; null for one that is to begin.</param>
    /// <param name="command">What somebody wants.</param>
    /// <param name="ct">Gives up before anything is written.</param>
    public async Task<PublicationOutcome> RecordAsync(string programme, long? id, PublicationCommand command, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var outcome = Record(programme, id, command);
            if (outcome.Refusal is null) book.Publish();
            return outcome;
        }
        catch (DbException e) when (database.Refuse(e) is { } refusal)
        {
            return new(null, refusal);
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
        _turn.Dispose();
    }

    private PublicationOutcome Record(string programme, long? id, PublicationCommand command)
    {
        if (boards.BrokenAt is { } brokenLedger) return Broken("ledger.broken", brokenLedger);
        using var connection = database.Connect();
        using var transaction = database.Write(connection);
        var shelf = book.Follow(connection, transaction);
        if (shelf.BrokenAt is { } broken) return Broken("publication.broken", broken);
        var publication = id is { } known ? shelf.All[known] : null;
        var now = clock.Now;
        var all = shelf.All.Values.Where(p => p.Programme == programme).ToImmutableArray();
        // Only what is submitted is read from the lists: an old day takes its time to fold.
        var read = command is PublicationCommand.SubmitDraft { Version: var seen } && publication is { State: PublicationState.Draft } && seen == publication.Version;
        var facts = Facts(catalog.Find(programme)!.Programme, read ? publication : null, all, LedgerTable.Head(connection, transaction), now);
        var decision = PublicationDecider.Decide(publication, command, facts);
        if (decision is PublicationDecision.Refused refused) return new(publication, refused.Refusal);
        var events = ((PublicationDecision.Accepted)decision).Events;
        if (!events.IsEmpty && ContentRules.Refuse(connection, transaction, command.Note, Files(events)) is { } content) return new(publication, content);
        var note = events.IsEmpty || string.IsNullOrWhiteSpace(command.Note) ? null : NoteStore.Put(connection, transaction, command.Note.Trim());
        var target = id ?? (shelf.All.IsEmpty ? 1 : shelf.All.Keys.Max() + 1);
        var entries = ImmutableArray.CreateBuilder<PublicationEntry>(events.Length);
        var (seq, hash) = (shelf.Seq, shelf.Hash);
        foreach (var (other, happened) in events)
        {
            var entry = PublicationChain.Seal(++seq, hash, now, programme, other ?? target, happened, command.Actor, note);
            PublicationTable.Insert(connection, transaction, entry);
            entries.Add(entry);
            hash = entry.Hash;
        }
        transaction.Commit();
        return new(book.Follow(connection, null).All[target], null);
    }

    private PublicationFacts Facts(Programme programme, Publication? publication, ImmutableArray<Publication> all, (long Seq, string Hash) head, DateTimeOffset now) =>
        new(programme, all, now)
        {
            Head = head,
            Lists = publication is { State: PublicationState.Draft } && programme.FindPhase(publication.Plan.Phase) is not null ? Lists(programme, publication.Plan, now) : null,
        };

    private StatusLists Lists(Programme programme, PublicationPlan plan, DateTimeOffset now)
    {
        var asOf = plan.AsOf ?? now;
        return StatusLists.Of(ledger.AsOf(programme.Key, new(asOf, now)), plan.Phase, asOf);
    }

    private static ValueList<FileReference> Files(ImmutableArray<(long? Id, PublicationEvent Event)> events) =>
        [.. events.SelectMany(e => PublicationTable.FilesOf(e.Event)).Select(f => new FileReference(f.Hash, f.Name))];

    private static PublicationOutcome Broken(string code, long seq) => new(null, new(RefusalKind.Unavailable, Message.Of(code, $"{seq}")));
}

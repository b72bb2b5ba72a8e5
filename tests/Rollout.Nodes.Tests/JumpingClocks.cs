using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>Nodes whose wall clocks differ by hours and jump back and forth: the order of entries is that of their numbers, whatever clocks say.</summary>
public sealed class JumpingClocks(Postgres server) : IClassFixture<Postgres>
{
    private const int Cells = 5;
    private const int Decisions = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Wrong = TimeSpan.FromHours(1);

    [Fact]
    public async Task Nodes_with_jumping_clocks_write_one_chain_and_fold_the_same_boards_as_of_any_instant()
    {
        using var here = new Installation(server.NewDatabase());
        using var book = here.Open();
        var told = new Acknowledgements();
        await using (Appender.Begin(here.Storage, "ahead", told.Hear, Wrong))
        await using (Appender.Begin(here.Storage, "behind", told.Hear, -Wrong))
            await Until.So("both have written", Patience, () => book.Ledger() is var all && Writes(all, "ahead") && Writes(all, "behind"));
        told.Check(book);
        told.CheckOrder();

        using var ahead = new Book(here.Storage, Wells.Catalog(here.Every), new ConstantlyWrongTime(Wrong));
        using var behind = new Book(here.Storage, Wells.Catalog(here.Every), new ConstantlyWrongTime(-Wrong));
        foreach (var code in Wells.Codes.Take(Cells))
        {
            await MoveAsync(ahead, code, StepStatus.InProgress, 0);
            await MoveAsync(behind, code, StepStatus.Reported, 1);
            await MoveAsync(ahead, code, StepStatus.InProgress, 2);
        }

        var ledger = book.Ledger();
        Assert.Contains(ledger.Zip(ledger.Skip(1)), p => p.First.RecordedAt - p.Second.RecordedAt > Wrong);
        // Within a cell time never goes back: what is written behind an entry holds since that one at the earliest.
        var moves = ledger.Where(e => e.Event is StepEvent.StatusChanged).ToList();
        Assert.Equal(Cells * 3, moves.Count);
        Assert.All(moves.GroupBy(e => e.Participant), cell => Assert.Equal(cell.Select(e => e.At).Order(), cell.OrderBy(e => e.Seq).Select(e => e.At)));
        foreach (var instant in ledger.Where((_, i) => i % 50 == 0).Concat(moves).Select(e => e.At).Distinct())
            Assert.Equal(Text(ahead, instant), Text(behind, instant));
        await here.VerifyAsync();
    }

    private static bool Writes(IEnumerable<LedgerEntry> ledger, string name) => ledger.Count(e => e.Actor.Name.StartsWith(name, StringComparison.Ordinal)) > Decisions;

    private static async Task MoveAsync(Book node, string code, StepStatus to, int version)
    {
        var recorded = await node.Recorder.RecordAsync(
            Wells.Key, new StepCommand.Change(new(ActorKind.Participant, "office", Participant: Wells.Id(code)), new(Wells.Id(code), Wells.Phase, Wells.Dug), to, version) { Note = "Thử" },
            TestContext.Current.CancellationToken);
        Assert.Null(recorded.Refusal);
    }

    private static string Text(Book book, DateTimeOffset instant)
    {
        var board = book.Reader.AsOf(Wells.Key, new(instant, null));
        return string.Join('\n', board.Rows.SelectMany(r => r.Cells.Select(c => $"{r.Participant.Code} {c.Status} {c.LastAt:O} {c.LastSeq}")).Prepend($"{board.Seq}"));
    }

    private sealed class ConstantlyWrongTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}

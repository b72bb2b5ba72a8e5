using Rollout.Core.Ledger;
using Rollout.Nodes.Tests.Harness;

namespace Rollout.Nodes.Tests;

/// <summary>Nodes whose wall clocks differ by hours and jump back and forth: the order of entries is that of their numbers, whatever clocks say.</summary>
public sealed class JumpingClocks(Postgres server) : IClassFixture<Postgres>
{
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

        var ledger = book.Ledger();
        // Clocks did jump, and within a cell time never went back.
        Assert.Contains(ledger.Zip(ledger.Skip(1)), p => p.First.RecordedAt - p.Second.RecordedAt > Wrong);
        Assert.All(ledger.GroupBy(e => (e.Participant, e.Step)), cell => Assert.Equal(cell.Select(e => e.At).Order(), cell.OrderBy(e => e.Seq).Select(e => e.At)));
        using var ahead = new Book(here.Storage, Wells.Catalog(here.Every), new ConstantlyWrongTime(Wrong));
        using var behind = new Book(here.Storage, Wells.Catalog(here.Every), new ConstantlyWrongTime(-Wrong));
        foreach (var instant in ledger.Where((_, i) => i % 50 == 0).Select(e => e.At).Append(ledger.Max(e => e.At)))
            Assert.Equal(Text(ahead, instant), Text(behind, instant));
        await here.VerifyAsync();
    }

    private static bool Writes(IEnumerable<LedgerEntry> ledger, string name) => ledger.Count(e => e.Actor.Name.StartsWith(name, StringComparison.Ordinal)) > Decisions;

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

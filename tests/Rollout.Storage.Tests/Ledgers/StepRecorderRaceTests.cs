using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Two processes on one file: two sets of instances that know nothing of each other.</summary>
public sealed class StepRecorderRaceTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Race_on_one_cell_is_won_by_exactly_one()
    {
        var (one, two) = (_here.Start(), _here.Start());
        using var start = new Barrier(2);
        foreach (var province in DataFiles.Provinces.All.Take(20))
        {
            var results = await Task.WhenAll(Race(one, province.Code), Race(two, province.Code));

            Assert.Single(results, r => r.Refusal is null && r.Entries.Length == 1);
            Assert.Single(results, r => r.Refusal is { Kind: RefusalKind.Stale, Message.Code: "version.stale" });
        }
        await AssertWholeAsync(20, one, two);

        Task<Recorded> Race(Store store, string code) => Task.Run(() =>
        {
            start.SignalAndWait(TestContext.Current.CancellationToken);
            return store.RecordAsync(Wish.Change(code, "1.1", StepStatus.InProgress));
        });
    }

    [Fact]
    public async Task Four_hundred_commands_at_once_are_neither_lost_nor_doubled()
    {
        var (one, two) = (_here.Start(), _here.Start());
        var cells = DataFiles.Provinces.All.SelectMany(p => DataFiles.LienThong.Steps, (p, s) => Wish.Change(p.Code, s.Key, StepStatus.InProgress)).Take(400).ToList();

        var results = await Task.WhenAll(cells.Select((command, i) => Task.Run(() => (i % 2 == 0 ? one : two).RecordAsync(command))));

        Assert.All(results, r => Assert.Null(r.Refusal));
        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), results.SelectMany(r => r.Entries).Select(e => e.Seq).Order());
        await AssertWholeAsync(400, one, two);
        Assert.All(cells, c => Assert.Equal((StepStatus.InProgress, 1), (one.Cell(c.Key).Status, one.Cell(c.Key).Version)));
    }

    [Fact]
    public async Task Hundred_authors_of_one_cell_each_write_only_on_what_they_saw()
    {
        var (one, two) = (_here.Start(), _here.Start());
        var key = Wish.Key("92", "1.1");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : two).RecordAsync(Wish.Correct(key, (i / 10 % 2) == 0 ? StepStatus.InProgress : StepStatus.NotStarted, i / 10)))));

        var written = results.Count(r => r.Refusal is null);
        Assert.InRange(written, 1, 10);
        Assert.All(results.Where(r => r.Refusal is not null), r => Assert.True(r.Refusal!.Kind is RefusalKind.Stale or RefusalKind.Rule));
        await AssertWholeAsync(written, one, two);
        Assert.Equal(written, one.Cell(key).Version);
    }

    private static async Task AssertWholeAsync(int count, params Store[] stores)
    {
        Assert.Equal((count, null), stores[0].Chain.Run(TestContext.Current.CancellationToken));
        var whole = BoardStore.Empty(DataFiles.One).Boards[Store.Programme].Apply(stores[0].Ledger());
        foreach (var store in stores)
        {
            await store.CatchUpAsync();
            Assert.Equal(BoardText.Of(whole), BoardText.Of(store.Board));
            Assert.Equal(stores[0].Ledger()[^1].Hash, store.Boards.Current.Hash);
        }
    }
}

using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Those who wait for the ledger are written together, and answered each for themselves.</summary>
public sealed class StepRecorderTogetherTests : IDisposable
{
    private readonly Installation _here = new();
    private readonly ManualResetEventSlim _entered = new(), _go = new();
    private readonly Store _store;

    public StepRecorderTogetherTests() => _store = _here.Start();

    public void Dispose()
    {
        _go.Set();
        _here.Dispose();
        _entered.Dispose();
        _go.Dispose();
    }

    [Fact]
    public async Task All_who_wait_are_written_in_one_transaction_each_on_what_those_before_wrote()
    {
        using var watch = new ChangeWatch(_store.Boards);
        var first = Hold();
        // Two want the same of one cell: the second comes too late, and is told so.
        string[] codes = [.. DataFiles.Provinces.All.Skip(1).Take(20).Select(p => p.Code)];
        var waiting = codes.Append(codes[0]).Select(code => Record(code)).ToList();
        _go.Set();

        await first;
        var results = await Task.WhenAll(waiting);

        Assert.All(results.Take(20), r => Assert.Null(r.Refusal));
        Assert.Equal((RefusalKind.Stale, "version.stale"), (results[20].Refusal?.Kind, results[20].Refusal?.Message.Code));
        Assert.Equal(Enumerable.Range(2, 20).Select(i => (long)i), results.SelectMany(r => r.Entries).Select(e => e.Seq));
        // The board changed twice: by the one who had the turn, and by all the others at once.
        Assert.Equal(2, watch.Changes.Count);
        Assert.Equal((21, null), _store.Chain.Run(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_that_cannot_be_written_takes_no_other_along()
    {
        var first = Hold();
        var (before, failing, after) = (Record("02"), Record("04", () => throw new InvalidOperationException("mine alone")), Record("06"));
        _go.Set();

        await first;
        Assert.Null((await before).Refusal);
        Assert.Null((await after).Refusal);
        Assert.Equal("mine alone", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Equal((3, null), _store.Chain.Run(TestContext.Current.CancellationToken));
        Assert.Equal(StepStatus.NotStarted, _store.Cell(Wish.Key("04", "1.1")).Status);
    }

    [Fact]
    public async Task Who_gives_up_while_waiting_is_not_written()
    {
        using var patience = new CancellationTokenSource();
        var first = Hold();
        var (gone, stays) = (Record("02", ct: patience.Token), Record("04"));
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        _go.Set();

        await first;
        Assert.Null((await stays).Refusal);
        Assert.Equal(2, _store.Boards.Current.Seq);
        Assert.Equal(StepStatus.NotStarted, _store.Cell(Wish.Key("02", "1.1")).Status);
    }

    /// <summary>Has the turn until it is told to go on; whoever asks meanwhile has to wait.</summary>
    private Task<Recorded> Hold()
    {
        var held = Task.Run(() => Record("01", () =>
        {
            _entered.Set();
            _go.Wait();
        }));
        _entered.Wait(TestContext.Current.CancellationToken);
        return held;
    }

    private async Task<Recorded> Record(string code, Action? underLock = null, CancellationToken? ct = null)
    {
        var results = await _store.Recorder.RecordAllAsync(
            Store.Programme,
            [Wish.Change(code, "1.1", StepStatus.InProgress)],
            _ =>
            {
                underLock?.Invoke();
                return null;
            },
            ct ?? TestContext.Current.CancellationToken);
        return results[0];
    }
}

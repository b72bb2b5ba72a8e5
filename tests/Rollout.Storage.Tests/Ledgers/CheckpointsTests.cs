using System.Collections.Immutable;
using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>Rule 7: a board by a checkpoint is the board folded from the first entry, whatever was written late.</summary>
public sealed class CheckpointsTests : IDisposable
{
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Boards_by_checkpoints_are_those_folded_from_the_first_entry(int seed)
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, seed);
        await random.WriteAsync(30, 120, () => store.KeepCheckpoints());
        var ledger = store.Ledger();
        Assert.True(ledger.Length > 1_500, $"Only {ledger.Length} entries.");
        Assert.True(ledger.Count(e => HanoiTime.DayOf(e.At) < HanoiTime.DayOf(e.RecordedAt)) > 300);
        Assert.True(ledger.Count(e => e.Event is StepEvent.FigureStated) > 50);
        Assert.InRange(Fold.Days(_here, "lien-thong").Length, 2, 10);
        Assert.InRange(Fold.Days(_here, "giay-phep").Length, 2, 10);

        foreach (var at in random.Instants(Installation.Beginning.AddDays(-20), store.Clock.Now, 60))
            Fold.AssertSame(store, ledger, at, null);
        foreach (var (at, known) in random.Instants(Installation.Beginning.AddDays(-20), store.Clock.Now, 60).Zip(
            random.Instants(Installation.Beginning, store.Clock.Now, 60).ToList()))
            Fold.AssertSame(store, ledger, at, known);

        var boards = ImmutableArray.CreateRange(Fold.Days(_here, "lien-thong"), day => HanoiTime.EndOf(day));
        foreach (var at in boards)
            foreach (var known in boards.Append(store.Clock.Now))
                Fold.AssertSame(store, ledger, at, known);

        var opened = _here.Start(DataFiles.Two).Boards.Current;
        Assert.Equal((ledger[^1].Seq, ledger[^1].Hash), (opened.Seq, opened.Hash));
        foreach (var (programme, board) in opened.Boards) Assert.Equal(BoardText.Of(Fold.Of(programme, ledger)), BoardText.Of(board));
        foreach (var (programme, board) in store.Boards.Current.Boards) Assert.Equal(BoardText.Of(Fold.Of(programme, ledger)), BoardText.Of(board));
    }

    [Fact]
    public async Task Entry_written_late_is_on_the_board_of_its_day_though_a_checkpoint_was_made_without_it()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(3));
        Fold.Keep(store, new(2024, 8, 3));
        var then = HanoiTime.StartOf(new(2024, 8, 2));

        await store.WriteAsync(Wish.Start("01", "1.2") with { At = then });

        Assert.Equal(StepStatus.NotStarted, At(then.AddMilliseconds(-1)));
        Assert.Equal(StepStatus.InProgress, At(then));
        Assert.Equal(StepStatus.InProgress, At(HanoiTime.EndOf(new(2024, 8, 3))));
        Assert.Equal(StepStatus.InProgress, At(store.Clock.Now));
        Assert.Equal(StepStatus.NotStarted, At(store.Clock.Now, store.Clock.Now.AddMilliseconds(-1)));

        StepStatus At(DateTimeOffset at, DateTimeOffset? known = null) =>
            store.Reader.AsOf(Store.Programme, new(at, known))[new("provinces-63", "01")]["test", "1.2"].Status;
    }

    [Fact]
    public async Task Checkpoint_is_used()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        using (var connection = store.Database.Connect())
            Checkpoints.Keep(
                connection, new(2024, 7, 20), store.Boards.Current.Seq, store.Boards.Current.Hash, store.Clock.Now,
                Board.Empty(DataFiles.LienThong, DataFiles.Provinces));

        var board = store.Reader.AsOf(Store.Programme, new(HanoiTime.EndOf(new(2024, 7, 21)), null));

        Assert.DoesNotContain(board.Rows, r => r.Cells.Any(c => c.HasEntries));
    }

    [Fact]
    public async Task Checkpoint_speaks_of_its_day_only_from_its_end_on_and_of_nothing_known_later()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(1));
        Fold.Keep(store, new(2024, 8, 1));
        var end = HanoiTime.EndOf(new(2024, 8, 1));
        using var connection = store.Database.Connect();

        Assert.Null(Checkpoints.Find(connection, DataFiles.One.All[0], end.AddMilliseconds(-1), null));
        Assert.NotNull(Checkpoints.Find(connection, DataFiles.One.All[0], end, null));
        Assert.Null(Checkpoints.Find(connection, DataFiles.One.All[0], end, store.Clock.Now.AddMilliseconds(-1)));
        Assert.NotNull(Checkpoints.Find(connection, DataFiles.One.All[0], end, store.Clock.Now));
        Assert.NotNull(Checkpoints.Find(connection, DataFiles.One.All[0], null, null));
    }

    [Fact]
    public async Task Checkpoints_are_kept_when_enough_has_happened_and_no_sooner()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(1));

        store.KeepCheckpoints();
        Assert.Empty(Fold.Days(_here, Store.Programme));

        var random = new RandomLedger(_here, store, 4);
        while (store.Boards.Current.Seq < 500) await random.WriteAsync(1, 120);
        store.KeepCheckpoints();
        store.KeepCheckpoints();
        _here.Time.Advance(TimeSpan.FromDays(1));
        store.KeepCheckpoints();

        Assert.Equal([HanoiTime.DayOf(store.Clock.Now).AddDays(-2)], Fold.Days(_here, Store.Programme));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Days_that_passed_unkept_get_the_checkpoints_that_would_have_been_kept_then(int seed)
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        var random = new RandomLedger(_here, store, seed);
        await random.WriteAsync(30, 120);
        Assert.Empty(Fold.Days(_here, Store.Programme));

        store.KeepCheckpoints();

        var days = Fold.Days(_here, Store.Programme);
        Assert.InRange(days.Length, 2, 10);
        var ledger = store.Ledger();
        using (var connection = store.Database.Connect())
            foreach (var day in days)
            {
                var kept = Checkpoints.Find(connection, DataFiles.Two.All[0], HanoiTime.EndOf(day), HanoiTime.EndOf(day))!;
                Assert.Equal(day, kept.Day);
                Assert.Equal(ledger.Last(e => e.Programme == Store.Programme && e.RecordedAt <= HanoiTime.EndOf(day)), ledger.Last(e => e.Programme == Store.Programme && e.Seq <= kept.Seq));
            }
        foreach (var (at, known) in random.Instants(Installation.Beginning, store.Clock.Now, 60).Zip(random.Instants(Installation.Beginning, store.Clock.Now, 60).ToList()))
        {
            Fold.AssertSame(store, ledger, at, known);
            Fold.AssertSame(store, ledger, at, null);
        }
        foreach (var (programme, board) in _here.Start(DataFiles.Two).Boards.Current.Boards) Assert.Equal(BoardText.Of(Fold.Of(programme, ledger)), BoardText.Of(board));
    }

    [Fact]
    public async Task Broken_ledger_keeps_no_checkpoint()
    {
        var store = _here.Start();
        var random = new RandomLedger(_here, store, 5);
        while (store.Boards.Current.Seq < 500) await random.WriteAsync(1, 200);
        store.Boards.Break(3);

        store.KeepCheckpoints();

        Assert.Empty(Fold.Days(_here, Store.Programme));
    }

    [Fact]
    public async Task Changed_shape_of_the_programme_folds_the_ledger_again()
    {
        var writer = _here.Start();
        await writer.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(1));
        Fold.Keep(writer, new(2024, 8, 1));
        await writer.WriteAsync(Wish.Start("01", "1.2"));
        const string Last = "      - key: \"3.3\"\n";
        const string Added = "      - { key: \"3.0\", title: Bước thêm, reports: participant, confirm: { any: [c06] } }\n";
        var text = DataFiles.LienThongText.Replace(Last, Added + Last, StringComparison.Ordinal);
        var longer = new ProgrammeCatalog([new(DataFiles.Read("lien-thong.yaml", text), DataFiles.Provinces)]);
        Assert.Equal(11, longer.All[0].Programme.Steps.Length);

        var store = _here.Start(longer);

        using (var connection = store.Database.Connect()) Assert.Null(Checkpoints.Find(connection, longer.All[0], null, null));
        var folded = BoardStore.Empty(longer).Boards[Store.Programme].Apply(store.Ledger());
        Assert.Equal(BoardText.Of(folded), BoardText.Of(store.Board));
        Assert.Equal(BoardText.Of(folded), BoardText.Of(store.Reader.AsOf(Store.Programme, new(store.Clock.Now, null))));
        Assert.Equal(54, store.Board.Rows.Sum(r => r.In("test").ToArray().Count(c => c.Status == StepStatus.Done)));
        Assert.Equal(10, store.Board[new("provinces-63", "92")].In("production").ToArray().Count(c => c.Status == StepStatus.Done));
    }

    [Fact]
    public async Task Damaged_checkpoint_costs_time_never_truth()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        _here.Time.Advance(TimeSpan.FromDays(1));
        Fold.Keep(store, new(2024, 8, 1));
        foreach (var damage in (string[])["substr(board, 1, 20)", Bytes(""), Bytes("00FF00FF"), Bytes(new('0', 200))])
        {
            _here.Execute($"UPDATE checkpoints SET board = {damage}");

            Assert.Equal(BoardText.Of(store.Board), BoardText.Of(_here.Start().Board));
            Assert.Equal(BoardText.Of(store.Board), BoardText.Of(store.Reader.AsOf(Store.Programme, new(store.Clock.Now, null))));
        }

        static string Bytes(string hex) => Engine.IsPostgres ? $"decode('{hex}', 'hex')" : $"x'{hex}'";
    }
}

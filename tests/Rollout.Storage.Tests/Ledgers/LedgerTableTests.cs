using System.Collections.Immutable;
using System.Data.Common;
using System.Reflection;
using Rollout.Core.Ledger;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

public sealed class LedgerTableTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2024, 7, 15, 0, 0, 0, TimeSpan.FromHours(7));
    private static readonly DocumentReference Letter = new("63/2024/NĐ-CP \"sửa\"\\đổi", "Chính phủ", "2024-06-10");

    private static readonly ImmutableArray<StepEvent> Events =
    [
        new StepEvent.StatusChanged(StepStatus.InProgress, StepStatus.Blocked, Basis.Report) { Blocker = new("c06", "waiting", StepStatus.InProgress) },
        new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.InProgress, Basis.Baseline) { Assumed = true, Precision = DatePrecision.Month, Document = Letter },
        new StepEvent.StatusChanged(StepStatus.Reported, StepStatus.Done, Basis.Correction) { OutOfOrder = true, Document = Letter, Precision = DatePrecision.Day },
        new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.InProgress, Basis.Probe),
        new StepEvent.StatusChanged(StepStatus.NotStarted, StepStatus.Done, Basis.Confirmation) { TakenOver = true, Files = [new string('a', 64), new string('b', 64)] },
        new StepEvent.Commented([new string('c', 64)]) { Status = StepStatus.Reported },
        new StepEvent.PartlyConfirmed("btp"),
        new StepEvent.VerificationChanged(null, VerificationState.Passing, null),
        new StepEvent.VerificationChanged(VerificationState.Passing, VerificationState.Failing, new("participantGateway", "xroad.ServiceDisabled")),
        new StepEvent.SourceStated(Letter, DatePrecision.Month),
        new StepEvent.SourceStated(null, DatePrecision.Instant),
        new StepEvent.ServiceChanged(null, ServiceState.Interrupted, Basis.Baseline),
        new StepEvent.ServiceChanged(ServiceState.Interrupted, ServiceState.Open, Basis.Confirmation),
        new StepEvent.ProbingChanged(null, ProbingConsent.Agreed),
        new StepEvent.FigureStated("share", new(2025, 7, 1), new(2025, 10, 28), 44.47m) { Basis = Basis.Baseline, Precision = DatePrecision.Day, Document = Letter },
        new StepEvent.FigureStated("books", new(2024, 1, 1), new(2024, 12, 31), null) { Files = [new string('d', 64)] },
        new StepEvent.Upheld(VerificationState.Failing) { Status = StepStatus.Done },
    ];

    private static readonly ImmutableArray<Actor> Actors =
    [
        .. Enum.GetValues<ActorKind>().Select(kind => new Actor(kind, $"{kind}")),
        new(ActorKind.Participant, "tỉnh Đắk Lắk · nhóm \"dự án\"\r\n", null, new("provinces-63", "66"), "Sở Thông tin và Truyền thông"),
        // PostgreSQL keeps no null character and says so.
        .. Engine.IsPostgres ? ImmutableArray<Actor>.Empty : [new(ActorKind.Reader, "nửa\0sau")],
        new(ActorKind.Agency, "Cục C06 👮 e\u0302\u0301", "c06"),
        new(ActorKind.Monitor, "", "vpcp", new("provinces-63", "01"), "Văn phòng Chính phủ\\KSTT"),
    ];

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public void Entries_of_every_kind_and_actor_read_back_equal()
    {
        var store = _here.Start();
        var written = Chain([.. Events.SelectMany(happened => Actors, Draft)]);

        Insert(store, written);

        Assert.Equal(written, store.Ledger());
        Assert.Equal((written.Length, (long?)null), store.Chain.Run(TestContext.Current.CancellationToken));
        var kinds = typeof(StepEvent).GetNestedTypes(BindingFlags.Public);
        Assert.Equal(kinds.Order(ByName), Events.Select(e => e.GetType()).Distinct().Order(ByName));
    }

    [Fact]
    public void Fields_lie_in_the_file_as_a_person_can_read_them()
    {
        var store = _here.Start();

        Insert(store, Chain([Draft(Events[2], Actors[0])]));

        Assert.Contains("63/2024/NĐ-CP", _here.Scalar<string>("SELECT fields FROM ledger"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE ledger SET actor_name = 'ai đó' WHERE seq = 1", "never changed")]
    [InlineData("UPDATE ledger SET seq = seq + 10", "never changed")]
    [InlineData("DELETE FROM ledger WHERE seq = 3", "never removed")]
    [InlineData("DELETE FROM ledger", "never removed")]
    [InlineData("INSERT INTO ledger SELECT * FROM ledger WHERE seq = 2", "behind the last one")]
    public void Changing_the_ledger_is_refused_by_the_database(string sql, string because)
    {
        var store = _here.Start();
        var written = Chain([.. Events.Take(3).Select(e => Draft(e, Actors[0]))]);
        Insert(store, written);

        var refused = Assert.ThrowsAny<DbException>(() => _here.Execute(sql));

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.Equal(written, store.Ledger());
    }

    [Fact]
    public void Insert_behind_a_gap_is_refused_by_the_database()
    {
        var store = _here.Start();
        var written = Chain([.. Events.Take(3).Select(e => Draft(e, Actors[0]))]);
        Insert(store, written[..1]);

        Assert.ThrowsAny<DbException>(() => Insert(store, written[2..]));
        Assert.ThrowsAny<DbException>(() => Insert(store, [HashChain.Seal(written[1].Draft, 3, written[0].Hash)]));

        Assert.Equal(written[..1], store.Ledger());
    }

    [Fact]
    public void Insert_behind_another_hash_is_refused_by_the_database()
    {
        var store = _here.Start();
        var written = Chain([.. Events.Take(2).Select(e => Draft(e, Actors[0]))]);
        Insert(store, written[..1]);

        Assert.ThrowsAny<DbException>(() => Insert(store, [HashChain.Seal(written[1].Draft, 2, HashChain.Genesis)]));

        Assert.Equal(written[..1], store.Ledger());
    }

    [Fact]
    public void Head_of_an_empty_ledger_is_the_beginning()
    {
        using var connection = _here.Start().Database.Connect();

        Assert.Equal((0, HashChain.Genesis), LedgerTable.Head(connection));
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static EntryDraft Draft(StepEvent happened, Actor actor) => new(
        Store.Programme, new("provinces-63", "92"), happened is StepEvent.ServiceChanged or StepEvent.ProbingChanged or StepEvent.FigureStated ? null : "test",
        happened is StepEvent.ServiceChanged or StepEvent.ProbingChanged or StepEvent.SourceStated or StepEvent.FigureStated ? null : "1.1", happened, actor, At, At.AddMilliseconds(1),
        happened is StepEvent.PartlyConfirmed ? new string('a', 64) : null);

    private static ImmutableArray<LedgerEntry> Chain(ImmutableArray<EntryDraft> drafts)
    {
        var (seq, hash) = (0L, HashChain.Genesis);
        return
        [
            .. drafts.Select(draft =>
            {
                var entry = HashChain.Seal(draft, ++seq, hash);
                hash = entry.Hash;
                return entry;
            }),
        ];
    }

    private static void Insert(Store store, ImmutableArray<LedgerEntry> entries)
    {
        using var connection = store.Database.Connect();
        using var transaction = store.Database.Write(connection);
        LedgerTable.Insert(store.Database, connection, transaction, entries);
        transaction.Commit();
    }
}

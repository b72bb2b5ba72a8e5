using System.Collections.Immutable;
using Rollout.Core.Ledger;
using Rollout.Core.Steps;
using Rollout.Core.Wording;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>The ledger as people read it, against a plain filter over all of it.</summary>
public sealed class ActivityReaderTests : IDisposable
{
    private static readonly ActivityFilter Everything = new(Store.Programme);
    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Pages_come_newest_first_and_go_on_where_the_last_ended()
    {
        var (store, reader) = await BusyAsync();
        var all = store.Ledger().Where(e => e.Programme == Store.Programme).Reverse().ToList();
        Assert.Equal(all.Take(10), reader.Page(Everything, null, 10));
        Assert.Equal(all.Skip(10).Take(10), reader.Page(Everything, all[9].Seq, 10));
        Assert.Equal(all, reader.All(Everything));
        Assert.Empty(reader.Page(Everything, 1, 10));
    }

    [Fact]
    public async Task Each_filter_gives_what_it_says_and_all_of_it()
    {
        var (store, reader) = await BusyAsync();
        var ledger = store.Ledger().Where(e => e.Programme == Store.Programme).Reverse().ToImmutableArray();
        var some = ledger.First(e => e.Step is not null && e.Actor.Office is not null);
        var middle = ledger[ledger.Length / 2].At;
        Same(Everything with { Participant = some.Participant }, e => e.Participant == some.Participant);
        Same(Everything with { Participant = some.Participant, Phase = some.Phase, Step = some.Step }, e => (e.Participant, e.Phase, e.Step) == (some.Participant, some.Phase, some.Step));
        Same(Everything with { Only = [some.Participant, new("provinces-63", "63")] }, e => e.Participant == some.Participant || e.Participant.Code == "63");
        Same(Everything with { Participant = new("provinces-63", "63"), Only = [some.Participant] }, _ => false);
        Same(Everything with { Phase = "production" }, e => e.Phase == "production");
        Same(Everything with { Step = some.Step }, e => e.Step == some.Step);
        Same(Everything with { ActorName = some.Actor.Name }, e => e.Actor.Name == some.Actor.Name);
        Same(Everything with { Agency = "c06" }, e => e.Actor.Agency == "c06");
        Same(Everything with { Office = some.Actor.Office }, e => e.Actor.Office == some.Actor.Office);
        Same(Everything with { From = middle }, e => e.At >= middle);
        Same(Everything with { To = middle }, e => e.At <= middle);
        foreach (var kind in (string[])["status", "partialConfirmation", "verification", "service", "source"])
            Same(Everything with { Kind = kind }, e => EventFields.KindOf(e.Event) == kind);
        foreach (var basis in Enum.GetValues<Basis>())
            Same(Everything with { Basis = basis }, e => BasisOf(e.Event) == Words.Of(basis));

        void Same(ActivityFilter filter, Func<LedgerEntry, bool> wanted)
        {
            Assert.Equal(ledger.Where(wanted), reader.All(filter));
            Assert.Equal(Math.Min(5, ledger.Count(e => wanted(e) && e.Seq > ledger[^1].Seq + 50)), reader.CountAfter(filter, ledger[^1].Seq + 50, 5));
        }
    }

    [Fact]
    public async Task Words_of_a_filter_are_words_and_no_part_of_the_question()
    {
        var (_, reader) = await BusyAsync();
        const string Sly = "' OR 1=1 --";
        Assert.Empty(reader.Page(Everything with { Office = Sly }, null, 10));
        Assert.Empty(reader.Page(Everything with { ActorName = Sly, Kind = Sly, Step = Sly, Agency = Sly, Phase = Sly }, null, 10));
        Assert.Empty(reader.Page(new(Sly), null, 10));
    }

    [Fact]
    public async Task Obstacles_and_their_ends_are_found_by_their_own_index()
    {
        var store = _here.Start();
        var reader = new ObstacleReader(store.Database);
        await store.WriteAsync(Wish.Start("01", "1.1"));
        await store.WriteAsync(Wish.Change("01", "1.1", StepStatus.Blocked, 1, "Chờ kinh phí") with { BlockedOn = "participant", BlockedKind = "funding" });
        await store.WriteAsync(Wish.Change("01", "1.1", StepStatus.InProgress, 2, "Đã bố trí"));
        await store.WriteAsync(Wish.Change("01", "1.1", StepStatus.Reported, 3));

        Assert.Equal([2L, 3L], reader.After(Store.Programme, 0).Select(e => e.Seq));
        Assert.Equal([3L], reader.After(Store.Programme, 2).Select(e => e.Seq));
        // PostgreSQL walks so few rows sooner than any index.
        if (Engine.IsPostgres) return;
        using var connection = _here.Connect();
        using var plan = connection.CreateCommand();
        plan.CommandText = """
            EXPLAIN QUERY PLAN SELECT * FROM ledger WHERE kind = 'status' AND (instr(fields, '"to":"blocked"') > 0 OR instr(fields, '"from":"blocked"') > 0)
            AND programme = 'lien-thong' AND seq > 0 ORDER BY seq
            """;
        using var answer = plan.ExecuteReader();
        Assert.True(answer.Read());
        Assert.Contains("ix_ledger_obstacles", answer.GetString(3), StringComparison.Ordinal);
    }

    private async Task<(Store Store, ActivityReader Reader)> BusyAsync()
    {
        var store = _here.Start(DataFiles.Two);
        await store.ImportBaselinesAsync();
        await new RandomLedger(_here, store, 11).WriteAsync(6, 160);
        return (store, new(store.Database));
    }

    private static string? BasisOf(StepEvent happened) => happened switch
    {
        StepEvent.PartlyConfirmed => "confirmation",
        StepEvent.VerificationChanged => "probe",
        StepEvent.SourceStated => "baseline",
        _ => EventFields.Of(happened).GetValueOrDefault("basis"),
    };
}

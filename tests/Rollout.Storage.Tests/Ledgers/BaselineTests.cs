using Rollout.Core.Boards;
using Rollout.Core.Calendar;
using Rollout.Core.Lists;
using Rollout.Core.Programmes;
using Rollout.Core.Steps;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

/// <summary>The real input: both published states of lien-thong, through the one path and back out of the file.</summary>
public sealed class BaselineTests : IDisposable
{
    private static readonly int[] Published = [1, 12, 28, 23, 3, 59];

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Board_has_54_steps_done_and_the_six_lists_of_the_appendix()
    {
        await _here.Start().ImportBaselinesAsync();

        var store = _here.Start();

        Assert.Equal(54, Done(store.Board, "test"));
        Assert.Equal(10, Done(store.Board, "production"));
        var lists = StatusLists.Of(store.Board, "test", store.Clock.Now);
        Assert.Equal(Published, lists.Lists.Select(l => l.Participants.Length));
        Assert.True(lists.Known);
        Assert.Empty(lists.Unlisted);
        Assert.Equal("TP Hồ Chí Minh", lists.Lists[4].Participants[^1].Name);
    }

    [Fact]
    public async Task Boards_of_the_past_know_what_was_known_then()
    {
        var store = _here.Start();
        await store.ImportBaselinesAsync();
        var published = HanoiTime.StartOf(new(2024, 7, 15));

        Assert.Equal(Published, Lists(published).Lists.Select(l => l.Participants.Length));
        Assert.False(Lists(published.AddMilliseconds(-1)).Known);
        Assert.Equal(10, Done(AsOf(published.AddMilliseconds(-1)), "test"));
        Assert.Equal(0, Done(AsOf(HanoiTime.EndOf(new(2024, 6, 30))), "test"));
        Assert.Equal(0, Done(store.Reader.AsOf(Store.Programme, new(published, Installation.Beginning.AddMilliseconds(-1))), "test"));

        var stopped = HanoiTime.StartOf(new(2024, 6, 28)).AddHours(15);
        Assert.All(AsOf(stopped.AddMilliseconds(-1)).Rows, r => Assert.Null(r.Service));
        Assert.Equal(62, AsOf(stopped).Rows.Count(r => r.Service?.State == ServiceState.Interrupted));
        Assert.Equal("Cần Thơ", Assert.Single(AsOf(HanoiTime.StartOf(new(2024, 7, 1))).Rows, r => r.Service?.State == ServiceState.Open).Participant.Name);

        Board AsOf(DateTimeOffset at) => store.Reader.AsOf(Store.Programme, new(at, null));

        StatusLists Lists(DateTimeOffset at) => StatusLists.Of(AsOf(at), "test", at);
    }

    [Fact]
    public async Task Importing_again_changes_nothing_in_another_process_too()
    {
        await _here.Start().ImportBaselinesAsync();
        var store = _here.Start();
        var (board, count) = (BoardText.Of(store.Board), store.Ledger().Length);
        using var watch = new ChangeWatch(store.Boards);

        var again = await store.Recorder.RecordAllAsync(Store.Programme, DataFiles.Baselines, TestContext.Current.CancellationToken);

        Assert.All(again, r => Assert.Empty(r.Entries));
        Assert.Equal((board, count), (BoardText.Of(store.Board), store.Ledger().Length));
        Assert.Empty(watch.Changes);
    }

    [Fact]
    public async Task Cell_with_a_later_entry_is_left_and_named()
    {
        var store = _here.Start();
        await store.WriteAsync(Wish.Start("92", "1.1"));

        var results = await store.Recorder.RecordAllAsync(Store.Programme, DataFiles.Baselines, TestContext.Current.CancellationToken);

        var refusals = results.Where(r => r.Refusal is not null).Select(r => r.Refusal!.Message.Code).ToList();
        Assert.NotEmpty(refusals);
        Assert.All(refusals, code => Assert.Equal("import.later", code));
        Assert.Equal(StepStatus.InProgress, store.Cell(Wish.Key("92", "1.1")).Status);
    }

    private static int Done(Board board, string phase) => board.Rows.Sum(r => r.In(phase).ToArray().Count(c => c.Status == StepStatus.Done));
}

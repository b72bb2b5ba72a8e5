using System.Diagnostics;
using Rollout.Core.Steps;
using Rollout.Storage.Ledgers;
using Rollout.Storage.Tests.Support;

namespace Rollout.Storage.Tests.Ledgers;

[Collection(nameof(ByTheClock))]
public sealed class LedgerFollowerTests : IDisposable
{
    /// <summary>Within a second is promised (a poll every 500 ms); twice that leaves room for two cores shared with every other test.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly Installation _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Change_of_another_process_is_seen_within_a_second()
    {
        var (server, import) = (_here.Start(), _here.Start());
        await using var following = await server.FollowAsync();
        await AssertSeenAsync(server, import, Wish.Start("01", "1.1"));
        await AssertSeenAsync(server, import, Wish.Change("01", "1.1", StepStatus.Reported, 1));
        await AssertSeenAsync(import, server, Wish.Change("01", "1.1", StepStatus.InProgress, 2));

        async Task AssertSeenAsync(Store reader, Store writer, StepCommand.Change command)
        {
            if (reader == import) await import.CatchUpAsync();
            await using var own = reader == import ? await import.FollowAsync() : null;
            using var watch = new ChangeWatch(reader.Boards, c => c.Entries.Any(e => e.Step == command.Key.Step));

            var written = await writer.WriteAsync(command);
            var watchUp = Stopwatch.StartNew();
            var change = await watch.Came;

            Assert.True(watchUp.Elapsed < Soon, $"Followed only after {watchUp.Elapsed}.");
            Assert.Equal(written, change.Entries);
            Assert.Equal(command.To, reader.Cell(command.Key).Status);
        }
    }

    [Fact]
    public async Task What_was_written_before_the_following_began_is_seen_too()
    {
        var (server, import) = (_here.Start(), _here.Start());
        await import.ImportBaselinesAsync();
        using var watch = new ChangeWatch(server.Boards);

        await using var following = await server.FollowAsync();

        Assert.Equal(import.Ledger(), (await watch.Came).Entries);
        Assert.Equal(BoardText.Of(import.Board), BoardText.Of(server.Board));
    }

    [Fact]
    public async Task Own_changes_are_told_once()
    {
        var (server, import) = (_here.Start(), _here.Start());
        await using var following = await server.FollowAsync();
        using var watch = new ChangeWatch(server.Boards, c => c.Entries.Any(e => e.Step == "1.4"));

        foreach (var step in (string[])["1.1", "1.2", "1.3"]) await server.WriteAsync(Wish.Start("01", step));
        await import.WriteAsync(Wish.Start("01", "1.4"));
        await watch.Came;

        Assert.Equal([1, 2, 3, 4], watch.Changes.SelectMany(c => c.Entries).Select(e => e.Seq));
    }

    [Fact]
    public async Task Ledger_that_cannot_be_read_for_a_while_is_said_so_and_followed_again()
    {
        var (server, import) = (_here.Start(), _here.Start());
        await import.WriteAsync(Wish.Start("01", "1.1"));
        var log = new LogBook<LedgerFollower>();
        using var watch = new ChangeWatch(server.Boards);
        _here.Execute("ALTER TABLE ledger RENAME TO away");

        await using var following = await server.FollowAsync(log);
        await log.Warned;
        Assert.Empty(watch.Changes);
        _here.Execute("ALTER TABLE away RENAME TO ledger");

        Assert.Single((await watch.Came).Entries);
        Assert.Null(server.Boards.BrokenAt);
    }

    [Fact]
    public async Task Failure_that_nobody_thought_of_does_not_end_the_following()
    {
        var (server, import) = (_here.Start(), _here.Start());
        var log = new LogBook<LedgerFollower>();
        using var watch = new ChangeWatch(server.Boards);
        _here.Time.Fails = new FormatException("no");

        await using var following = await server.FollowAsync(log);
        await log.Warned;
        _here.Time.Fails = null;
        await import.WriteAsync(Wish.Start("01", "1.1"));

        Assert.Single((await watch.Came).Entries);
    }

    [Fact]
    public async Task Checkpoint_of_a_day_that_is_over_is_kept()
    {
        var server = _here.Start();
        var random = new RandomLedger(_here, server, 8);
        while (server.Boards.Current.Seq < 500) await random.WriteAsync(1, 200);
        var log = new LogBook<LedgerFollower>();
        using var watch = new ChangeWatch(server.Boards, c => c.Entries.Any(e => e.Participant.Code == "01"));

        await using (await server.FollowAsync(log))
        {
            // Two ticks later the first one, which keeps, is over.
            await _here.Start().WriteAsync(Wish.Start("01", "1.1"));
            await watch.Came;
            using var next = new ChangeWatch(server.Boards, c => c.Entries.Any(e => e.Step == "1.4"));
            await _here.Start().WriteAsync(Wish.Start("01", "1.4"));
            await next.Came;
        }

        Assert.Equal(1, _here.Scalar<long>("SELECT count(*) FROM checkpoints"));
        Assert.Contains(log.Lines, l => l.Text.StartsWith("The ledger's chain holds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Catching_up_twice_changes_nothing()
    {
        var (server, import) = (_here.Start(), _here.Start());
        await import.ImportBaselinesAsync();
        using var watch = new ChangeWatch(server.Boards);

        await server.CatchUpAsync();
        await server.CatchUpAsync();

        Assert.Single(watch.Changes);
    }

    /// <summary>The second process is this very test, run once more with a folder to write to: see <see cref="SecondProcess"/>.</summary>
    [Fact]
    public async Task Change_of_a_real_second_process_is_seen_within_a_second()
    {
        if (SecondProcess.Folder is { } folder)
        {
            await SecondProcess.WriteAsync(folder);
            return;
        }
        var server = _here.Start();
        await server.WriteAsync(Wish.Start("01", "1.1"));
        await using var following = await server.FollowAsync();
        var seen = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = server.Boards.Subscribe(c =>
        {
            if (c.Entries.Any(e => e.Step == SecondProcess.Step)) seen.TrySetResult(TimeProvider.System.GetUtcNow());
        });

        await SecondProcess.RunAsync(GetType(), nameof(Change_of_a_real_second_process_is_seen_within_a_second), _here.Options, TestContext.Current.CancellationToken);
        var at = await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var entry = server.Ledger()[^1];
        Assert.Equal((2, SecondProcess.Step), (entry.Seq, entry.Step));
        // Both processes read the same machine's clock; the entry was stamped just before it was written.
        Assert.True(at - entry.RecordedAt < Soon, $"Followed only after {at - entry.RecordedAt}.");
        Assert.Equal((2, null), server.Chain.Run(TestContext.Current.CancellationToken));
    }
}

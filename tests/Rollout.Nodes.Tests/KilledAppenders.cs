using Rollout.Nodes.Tests.Harness;
using Rollout.Storage.Database;

namespace Rollout.Nodes.Tests;

/// <summary>kill -9 in the middle of appends, over and over: what was acknowledged is there, once, in order; what was not is there whole or not at all.</summary>
public sealed class KilledAppenders(Postgres server) : IClassFixture<Postgres>
{
    private const int Running = 3;
    private const int Kills = 110;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public Task Appenders_killed_on_sqlite_lose_nothing_that_was_acknowledged() => KillAsync("");

    [Fact]
    public Task Appenders_killed_on_postgres_lose_nothing_that_was_acknowledged() => KillAsync(server.NewDatabase());

    private static async Task KillAsync(string connection)
    {
        using var here = new Installation(connection);
        using var book = here.Open();
        var (told, chance, running) = (new Acknowledgements(), new Random(7), new Queue<(Started Process, TaskCompletionSource First)>());
        for (var i = 0; i < Kills + Running; i++)
        {
            if (running.Count == Running)
            {
                // The oldest is killed somewhere in the middle of what it does, while the others go on.
                var (oldest, first) = running.Dequeue();
                await first.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
                await Task.Delay(chance.Next(60), TestContext.Current.CancellationToken);
                await oldest.DisposeAsync();
                told.Check(book);
            }
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            running.Enqueue((Appender.Begin(here.Storage, $"a{i}", line =>
            {
                told.Hear(line);
                begun.TrySetResult();
            }), begun));
        }
        foreach (var (process, _) in running) await process.DisposeAsync();

        told.Check(book);
        told.CheckOrder();
        Assert.True(told.Count >= Kills, $"{told.Count} acknowledged");
        await here.VerifyAsync();
    }
}

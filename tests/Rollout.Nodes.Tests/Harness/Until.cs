using System.Diagnostics;

namespace Rollout.Nodes.Tests.Harness;

/// <summary>Waits for something to be so, and says how long it took. Who waits for a process cannot be told; asking often is all there is.</summary>
internal static class Until
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task<TimeSpan> So(string what, TimeSpan limit, Func<bool> so) => So(what, limit, () => Task.FromResult(so()));

    public static async Task<TimeSpan> So(string what, TimeSpan limit, Func<Task<bool>> so)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            if (await so()) return Stopwatch.GetElapsedTime(began);
            if (Stopwatch.GetElapsedTime(began) > limit) Assert.Fail($"Not within {limit}: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}

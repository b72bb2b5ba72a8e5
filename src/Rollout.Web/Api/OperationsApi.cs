using Rollout.Core.Calendar;
using Rollout.Core.Wording;
using Rollout.Web.Accounts;
using Rollout.Web.Jobs;
using Rollout.Web.Operations;
using Rollout.Web.Resources;

namespace Rollout.Web.Api;

/// <summary>How this node stands, for administrators and what watches in their name.</summary>
internal static class OperationsApi
{
    public static void MapOperations(this RouteGroupBuilder api) =>
        api.MapGet("/status", ReadAsync).WithMetadata(new SignedInOnly())
            .WithSummary("How this node stands: version, database, ledger, jobs, queue, lag, nodes (administrators)");

    private static async Task<IResult> ReadAsync(HttpContext http, OperationsReading reading, LiveAccess access, Texts texts)
    {
        if (access.Now(http.User) is not { } person) return Problems.SignIn(texts);
        return person.IsAdministrator ? TypedResults.Ok(Of(await reading.ReadAsync(http.RequestAborted))) : Problems.Forbidden(texts);
    }

    private static object Of(OperationsView view) => new
    {
        At = HanoiTime.Local(view.At),
        view.Readiness.Status,
        Node = new { ThisNode.Key, ThisNode.Version, ThisNode.Commit, ThisNode.Runtime, Began = HanoiTime.Local(ThisNode.Began), MemoryBytes = view.Memory },
        Checks = view.Readiness.Checks.ToDictionary(c => c.Key, c => Words.Of(c.State), StringComparer.Ordinal),
        Database = new { view.Engine, SizeBytes = view.DatabaseSize },
        Ledger = new { view.Head, view.BrokenAt, view.Walked },
        Follower = new { view.Lag.Entries, Seconds = view.Lag.Behind.TotalSeconds, LookedAt = Local(view.Lag.LookedAt) },
        Queue = new { view.ChecksRunning, view.ChecksWaiting, view.SamplesWaiting },
        NetworkWorks = view.Network,
        Backups = view.Backups is { } backups ? new { backups.Kept, NewestAt = Local(backups.Newest), LastTriedAt = Local(backups.Attempt?.At), backups.Attempt?.Trouble } : null,
        Circuits = new { Open = view.Circuits, Connected = view.CircuitsConnected },
        view.Telemetry,
        VersionsWaiting = view.VersionsWaiting.Select(v => new { v.Programme, v.Number }),
        Scheduler = Words.Of(view.Schedule.State),
        Jobs = view.Schedule.Jobs.Select(Of),
        Nodes = view.Nodes.Select(n => new { n.Key, n.IsThis, n.Alive, SeenAt = Local(n.SeenAt) }),
    };

    private static object Of(JobLine job) => new
    {
        job.Key,
        EverySeconds = job.Every?.TotalSeconds,
        LastAt = Local(job.Last),
        NextAt = Local(job.Next),
        Running = job.RunHere is { Took: null },
        TookSeconds = job.RunHere?.Took?.TotalSeconds,
        job.RunHere?.Trouble,
        job.Stuck,
    };

    private static DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? HanoiTime.Local(at) : null;
}

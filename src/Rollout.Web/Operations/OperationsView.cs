using System.Collections.Immutable;
using Rollout.Web.Jobs;

namespace Rollout.Web.Operations;

/// <summary>Everything that administrators see of a node, as of one instant.</summary>
/// <param name="At">When it was read, real time.</param>
/// <param name="Memory">Bytes that the process holds of the machine's memory.</param>
/// <param name="Readiness">Whether it can do its work.</param>
/// <param name="Engine">The database engine and its version; null when it does not answer.</param>
/// <param name="DatabaseSize">How much the database keeps, in bytes; null when it cannot be told.</param>
/// <param name="Head">The ledger's last entry.</param>
/// <param name="BrokenAt">The first entry that does not hold; null when none is known.</param>
/// <param name="Walked">How many entries the walk of the whole chain found to hold since the start; null while it is under way.</param>
/// <param name="Schedule">The jobs, and the nodes that share them.</param>
/// <param name="Lag">How far the boards stand behind the ledger.</param>
/// <param name="ChecksRunning">Checks under way.</param>
/// <param name="ChecksWaiting">Checks that wait for their turn.</param>
/// <param name="SamplesWaiting">Results that wait to be written.</param>
/// <param name="Network">Whether our own network works; null when nobody knows.</param>
/// <param name="Backups">The backups that the clock makes; null when it makes none.</param>
/// <param name="Circuits">Pages that stand open.</param>
/// <param name="CircuitsConnected">Those of them that have their connection.</param>
/// <param name="VersionsWaiting">The versions of programmes that take effect when the server is started again, each with its number.</param>
/// <param name="Telemetry">The host that measurements are sent to; null when they are not sent.</param>
public sealed record OperationsView(
    DateTimeOffset At, long Memory, ReadinessView Readiness, string? Engine, long? DatabaseSize, long Head, long? BrokenAt, long? Walked,
    ScheduleView Schedule, FollowerFacts Lag, int ChecksRunning, int ChecksWaiting, int SamplesWaiting, bool? Network, BackupFacts? Backups, int Circuits, int CircuitsConnected,
    ImmutableArray<(string Programme, int Number)> VersionsWaiting, string? Telemetry)
{
    /// <summary>The nodes; where nobody shares the work, this one by its own name.</summary>
    public ImmutableArray<NodeLine> Nodes => Schedule.Nodes is [var first, ..] nodes && (nodes.Length > 1 || first.SeenAt is not null) ? nodes : [new(ThisNode.Key, IsThis: true, Alive: true, null)];
}

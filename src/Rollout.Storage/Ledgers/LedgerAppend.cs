using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Rollout.Storage.Telemetry;

namespace Rollout.Storage.Ledgers;

/// <summary>An append under way, from the asking to its end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LedgerAppend(long began, Activity? trace) : IDisposable
{
    /// <summary>Somebody wants something recorded.</summary>
    public static LedgerAppend Begin(string programme) => new(Stopwatch.GetTimestamp(), StorageMeters.Trace(programme));

    /// <summary>Counts what came of it, and hands it on.</summary>
    public ImmutableArray<Recorded> Told(ImmutableArray<Recorded> results)
    {
        var entries = 0;
        foreach (var recorded in results)
        {
            entries += recorded.Entries.Length;
            if (recorded.Refusal is not { } refusal) continue;
            StorageMeters.Refuse(refusal.Message.Code);
            trace?.SetTag("rollout.refusal", refusal.Message.Code);
        }
        StorageMeters.Count(entries, Stopwatch.GetElapsedTime(began));
        trace?.SetTag("rollout.entries", entries);
        return results;
    }

    /// <inheritdoc/>
    public void Dispose() => trace?.Dispose();
}

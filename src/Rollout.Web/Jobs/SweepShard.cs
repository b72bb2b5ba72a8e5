using System.Runtime.InteropServices;
using System.Text;
using Rollout.Core.Verification;

namespace Rollout.Web.Jobs;

/// <summary>
/// A part of a sweep: nodes share a sweep by taking its shards. All targets at one host and port are in one shard, so that nobody's server is
/// pressed by two nodes at once.
/// </summary>
/// <param name="Number">Which, from 0.</param>
/// <param name="Of">How many there are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SweepShard(int Number, int Of)
{
    /// <summary>The whole sweep.</summary>
    public static SweepShard Whole { get; } = new(0, 1);

    /// <summary>Whether a target is in it: the same on every node and after every start.</summary>
    public bool Has(ProbeTarget target) => Of == 1 || Place($"{target.Url.IdnHost}:{target.Url.Port}") % (uint)Of == (uint)Number;

    /// <summary>FNV-1a: the runtime's own hashes differ from process to process.</summary>
    private static uint Place(string host)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(host)) hash = (hash ^ b) * 16777619u;
        // The low bits of neighbours are alike.
        return hash ^ (hash >> 15);
    }
}

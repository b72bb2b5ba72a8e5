using System.Runtime.InteropServices;

namespace Rollout.Core.Ledger;

/// <summary>The two times of a reading (rule 7): an entry counts when it held by the one and was written by the other.</summary>
/// <param name="AsOf">What was true then.</param>
/// <param name="KnownOn">What was known then; null for all that is known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TwoTimes(DateTimeOffset AsOf, DateTimeOffset? KnownOn)
{
    /// <summary>All that was ever written.</summary>
    public static TwoTimes All => new(new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero), null);
}

using Rollout.Storage.Ledgers;

namespace Rollout.Web.Operations;

/// <summary>Compares the ledger's head with the boards of this node.</summary>
public sealed class FollowerState(LedgerFollower follower, BoardStore boards, TimeProvider time)
{
    /// <summary>A follower that looked within this time is awake; what it has not seen yet it will see at its next look.</summary>
    private static readonly TimeSpan Awake = TimeSpan.FromMinutes(1);

    /// <summary>Entries may be missing for so long.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    // A follower that has not looked yet may be on its way.
    private readonly DateTimeOffset _began = time.GetUtcNow();

    /// <summary>Reads it.</summary>
    /// <param name="head">The ledger's last entry, as the database has it.</param>
    public FollowerFacts Read(long head)
    {
        var entries = Math.Max(0, head - boards.Current.Seq);
        return new(entries, entries == 0 ? TimeSpan.Zero : SinceLook(), follower.LookedAt);
    }

    /// <summary>Whether the boards are as fresh as people may expect.</summary>
    public bool IsFresh(FollowerFacts facts) => facts.Behind < Soon && SinceLook() < Awake;

    private TimeSpan SinceLook() => time.GetUtcNow() - (follower.LookedAt ?? _began);
}

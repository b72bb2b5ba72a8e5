using System.Text;

namespace Rollout.Simulator;

/// <summary>
/// SplitMix64 begun at an FNV-1a hash of the keys. Written out because System.Random may change between versions of .NET, and keyed so
/// that a participant's luck depends on nobody else: adding one to the file shifts none of the others.
/// </summary>
internal sealed class StableRandom
{
    private ulong _state;

    private StableRandom(ulong state) => _state = state;

    public static StableRandom For(long seed, params ReadOnlySpan<string> keys)
    {
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes($"{seed}|{string.Join('|', keys)}"))
            hash = unchecked((hash ^ octet) * 1099511628211UL);
        return new StableRandom(hash);
    }

    /// <summary>Both ends can come.</summary>
    public int Between(int least, int most) => least + (int)(Fraction() * (most - least + 1));

    public int Between(DayRange range) => Between(range.Least, range.Most);

    public bool Chance(double probability) => Fraction() < probability;

    public T Pick<T>(IReadOnlyList<T> list) => list[Between(0, list.Count - 1)];

    /// <summary>From 0 up to, not including, 1.</summary>
    private double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15UL;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}

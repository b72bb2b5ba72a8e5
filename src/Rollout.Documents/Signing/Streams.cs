namespace Rollout.Documents.Signing;

/// <summary>Compares streams without holding them in memory.</summary>
internal static class Streams
{
    /// <summary>Whether the next bytes of both are the same.</summary>
    /// <param name="one">The one.</param>
    /// <param name="other">The other.</param>
    /// <param name="length">How many; both must have as many.</param>
    public static bool Same(Stream one, Stream other, long length)
    {
        var (a, b) = (new byte[32 * 1024], new byte[32 * 1024]);
        for (var left = length; left > 0;)
        {
            var portion = (int)Math.Min(left, a.Length);
            if (one.ReadAtLeast(a.AsSpan(0, portion), portion, throwOnEndOfStream: false) < portion) return false;
            if (other.ReadAtLeast(b.AsSpan(0, portion), portion, throwOnEndOfStream: false) < portion) return false;
            if (!a.AsSpan(0, portion).SequenceEqual(b.AsSpan(0, portion))) return false;
            left -= portion;
        }
        return true;
    }
}

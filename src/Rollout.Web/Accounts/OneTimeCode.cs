using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Rollout.Web.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, six digits, half a minute). The step that a code belongs to is told, so that a code, and every
/// one before it, counts once; a clock may be half a minute off, not more.
/// </summary>
internal static class OneTimeCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30, Digits = 6;

    /// <summary>The step whose code this is; null when it is none of now.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        if (code.Length != Digits) return null;
        var (key, current, found) = (Bytes(secret), now.ToUnixTimeSeconds() / StepSeconds, (long?)null);
        for (var step = current - 1; step <= current + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), Encoding.UTF8.GetBytes(code))) found = step;
        return found;
    }

    [SuppressMessage("Security", "CA5350", Justification = "What the apps compute; an HMAC does not rest on collisions.")]
    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        return ((BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new List<byte>(secret.Length * 5 / 8);
        var (bits, held) = (0, 0);
        foreach (var letter in secret)
        {
            (bits, held) = (((bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, held + 5);
            if (held < 8) continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
        }
        return [.. bytes];
    }
}

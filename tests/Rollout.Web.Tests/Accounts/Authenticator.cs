using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Rollout.Web.Tests.Accounts;

/// <summary>An authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds), written apart from the one that is tested.</summary>
internal static partial class Authenticator
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of a secret, some steps from now.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The standard of the apps.")]
    public static string Code(string secret, int steps = 0)
    {
        var time = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
        var hash = HMACSHA1.HashData(Bytes(secret), time);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }

    /// <summary>The secret that a page shows.</summary>
    public static string SecretOf(string page) => Secret().Match(page).Groups["secret"].Value is { Length: > 0 } secret ? secret : throw new InvalidOperationException($"no secret: {page}");

    /// <summary>The recovery codes that a page shows.</summary>
    public static string[] RecoveryCodesOf(string page) => [.. Recovery().Matches(page).Select(m => m.Groups["code"].Value)];

    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(secret.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    [GeneratedRegex("otpauth://totp/[^\"]*secret=(?<secret>[A-Z2-7]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>(?<code>[^<]+)</code>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Recovery();
}

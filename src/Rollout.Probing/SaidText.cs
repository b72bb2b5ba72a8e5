using System.Buffers;
using System.Text;

namespace Rollout.Probing;

/// <summary>Other people's text as it is kept beside a result: harmless, without our secrets, at most 4 KB. Unlike <see cref="Excerpt"/> it keeps its lines.</summary>
internal static class SaidText
{
    /// <summary>In UTF-8.</summary>
    public const int MostBytes = 4 * 1024;

    private const string Cut = "…";

    /// <summary>Control characters but line feeds and tabs, and those that turn the direction of writing.</summary>
    private static readonly SearchValues<char> Harmful = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), .. "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF"]);

    public static string? Of(string? text, StruckSecrets? secrets)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // Cleaned first, so that no character in between hides a secret, and cut last, so that none is cut in two.
        var clean = Clean(text).Trim();
        return clean.Length == 0 ? null : Shorten(secrets?.Strike(clean) ?? clean);
    }

    private static string Clean(string text)
    {
        var next = text.AsSpan().IndexOfAny(Harmful);
        if (next < 0) return text;
        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; next >= 0; next = rest.IndexOfAny(Harmful))
        {
            clean.Append(rest[..next]);
            rest = rest[(next + 1)..];
        }
        return clean.Append(rest).ToString();
    }

    private static string Shorten(string text)
    {
        // A UTF-16 character is three bytes at most.
        if (text.Length <= MostBytes / 3 || Encoding.UTF8.GetByteCount(text) <= MostBytes) return text;
        Encoding.UTF8.GetEncoder().Convert(text, new byte[MostBytes - Encoding.UTF8.GetByteCount(Cut)], flush: false, out var used, out _, out _);
        if (char.IsHighSurrogate(text[used - 1])) used--;
        return text[..used] + Cut;
    }
}

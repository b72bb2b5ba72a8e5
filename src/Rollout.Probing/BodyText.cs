using System.Text;

namespace Rollout.Probing;

/// <summary>A body as text.</summary>
internal static class BodyText
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static string Of(ReadOnlyMemory<byte> body, string? charset) => EncodingOf(charset).GetString(WithoutMark(body).Span);

    /// <summary>JSON readers take no byte order mark, though servers send it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith(Mark) ? body[Mark.Length..] : body;

    /// <summary>Whether bytes can be compared as they are.</summary>
    public static bool IsUtf8(string? charset) => string.IsNullOrEmpty(charset) || EncodingOf(charset) is UTF8Encoding or ASCIIEncoding;

    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}

using System.Text;

namespace Rollout.Probing;

/// <summary>A body as text.</summary>
internal static class BodyText
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static string Of(ReadOnlyMemory<byte> body, string? charset) => EncodingOf(charset).GetString(WithoutMark(body).Span);

    /// <summary>JSON readers take no byte order mark, though servers send it.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith(Mark) ? body[Mark.Length..] : body;

    private static Encoding EncodingOf(string? charset)
    {
        try
        {
            return string.IsNullOrEmpty(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}

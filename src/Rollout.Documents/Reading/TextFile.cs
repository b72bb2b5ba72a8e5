using System.Text;

namespace Rollout.Documents.Reading;

/// <summary>Text from bytes: UTF-8, with its mark or without, or UTF-16 with its mark, as spreadsheets save "Unicode text".</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null when the bytes are none: an older encoding would give other letters than were written.</summary>
    public static string? Decode(byte[] content)
    {
        try
        {
            if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble)) return Text(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), content, 2);
            if (content.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble)) return Text(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), content, 2);
            return Text(Strict, content, content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Text(Encoding encoding, byte[] content, int from)
    {
        var text = encoding.GetString(content, from, content.Length - from);
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}

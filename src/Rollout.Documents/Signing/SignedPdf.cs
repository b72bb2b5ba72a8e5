namespace Rollout.Documents.Signing;

/// <summary>
/// A pdf is signed by an incremental update (ISO 32000-2, 7.5.6): what was there stays byte for byte, and behind it come a signature with its
/// <c>/ByteRange</c>, a new cross-reference and the end.
/// </summary>
internal static class SignedPdf
{
    private const int Most = 64 * 1024 * 1024;

    /// <summary>Whether a file begins with ours and goes on with signatures.</summary>
    public static bool IsOursSigned(Stream ours, Stream theirs)
    {
        if (theirs.Length <= ours.Length || theirs.Length - ours.Length > Most) return false;
        (ours.Position, theirs.Position) = (0, 0);
        if (!Streams.Same(ours, theirs, ours.Length)) return false;
        var update = new byte[theirs.Length - ours.Length];
        theirs.ReadExactly(update);
        var text = update.AsSpan();
        return text.IndexOf("/ByteRange"u8) >= 0 && text.IndexOf("startxref"u8) >= 0 && text.TrimEnd("\r\n \0"u8).EndsWith("%%EOF"u8);
    }
}

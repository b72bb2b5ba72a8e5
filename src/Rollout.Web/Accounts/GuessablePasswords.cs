using System.Collections.Frozen;
using System.IO.Compression;
using Rollout.Core.Participants;

namespace Rollout.Web.Accounts;

/// <summary>
/// Passwords that are tried first: one to three pieces of the list of common ones, of words that everybody here knows, of repeated signs and of
/// short numbers. The list comes with the program (the ten thousand most used and the long ones of zxcvbn 4.4.2, MIT, © Dan Wheeler and Dropbox);
/// it is read when somebody first chooses a password.
/// </summary>
internal static class GuessablePasswords
{
    private const int MostPieces = 3, LongestLooked = 64, LongestNumber = 4;

    private static readonly Lazy<FrozenSet<string>> Common = new(Read);

    /// <summary>Whether a password is made of such pieces alone; capital letters and what stands between words make no difference.</summary>
    /// <param name="password">The password.</param>
    /// <param name="words">Words that everybody here knows, in small letters.</param>
    public static bool Holds(string password, IReadOnlyCollection<string> words)
    {
        var text = Plain(password);
        if (text.Length is 0 or > LongestLooked) return password.Distinct().Count() <= 2;
        // The fewest pieces that end at each place.
        var least = new int[text.Length + 1];
        Array.Fill(least, MostPieces + 1, 1, text.Length);
        for (var from = 0; from < text.Length; from++)
        {
            if (least[from] >= MostPieces) continue;
            for (var to = from + 1; to <= text.Length; to++)
                if (least[from] + 1 < least[to] && IsPiece(text[from..to], words)) least[to] = least[from] + 1;
        }
        return least[^1] <= MostPieces;
    }

    /// <summary>The letters and digits of a text, small and without marks.</summary>
    public static string Plain(string text) => string.Concat(PlainText.Of(text).Where(char.IsLetterOrDigit));

    private static bool IsPiece(string text, IReadOnlyCollection<string> words) =>
        Common.Value.Contains(text) || words.Contains(text) || (text.Length <= LongestNumber && text.All(char.IsAsciiDigit)) || (text.Length > 2 && text.All(c => c == text[0]));

    private static FrozenSet<string> Read()
    {
        using var packed = typeof(GuessablePasswords).Assembly.GetManifestResourceStream("common-passwords")!;
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}

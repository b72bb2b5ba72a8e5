namespace Rollout.Core.Wording;

/// <summary>Finds the known word that a mistyped one probably meant.</summary>
public static class Nearest
{
    /// <summary>The known word at the smallest edit distance, or null when none is nearer than half the word's length.</summary>
    public static string? To(string word, IEnumerable<string> known, Func<string, string>? fold = null)
    {
        fold ??= static s => s.ToUpperInvariant();
        var folded = fold(word);
        var best = known.Select(k => (Word: k, Distance: Distance(folded, fold(k))))
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, folded.Length / 2) ? best.Word : null;
    }

    /// <summary>How many letters must be put in, taken out or changed.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j - 1], row[j]));
            }
        }
        return row[b.Length];
    }
}

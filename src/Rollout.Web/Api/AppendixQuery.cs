using System.Globalization;
using Rollout.Core.Appendices;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A query that says of when an appendix is, and, to import it, which board it was compared with.</summary>
/// <param name="imports">Whether the board must be named.</param>
internal sealed class AppendixQuery(bool imports) : IRequestQuery
{
    private const int Longest = 200;
    private static readonly string[] Words = ["number", "issuer", "documentDate"];

    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view)
    {
        if (query["date"].ToString() is { Length: > 0 } date && StatedDate.Read(date) is null) return new("date", "instant", date, ["2024-07-15", "2024-07"], NotFound: false);
        foreach (var word in Words)
            if (query[word].ToString().Length > Longest) return new(word, "body", "", [$"≤ {Longest}"], NotFound: false);
        return imports && Seq(query) is null ? new("seq", "body", query["seq"].ToString(), ["0…"], NotFound: false) : null;
    }

    /// <summary>The date that is asked for; null when none is.</summary>
    public static StatedDate? Date(IQueryCollection query) => StatedDate.Read(query["date"]);

    /// <summary>The entry that is named; null when it is no number.</summary>
    public static long? Seq(IQueryCollection query) =>
        long.TryParse(query["seq"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
}

using System.Globalization;
using Rollout.Core.Steps;
using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A query that says whether a table is only looked at, which board it was looked at with, and on what document it rests.</summary>
internal sealed class FigureSheetQuery : IRequestQuery
{
    private const int Longest = 200;
    private static readonly string[] Words = ["number", "issuer", "documentDate"];

    /// <summary>The words for OpenAPI.</summary>
    public static readonly (string, string)[] Described =
    [
        ("dryRun", "true to see what would be written, and every bad cell, without writing anything"),
        ("seq", "The seq that the preview was answered with: what somebody stated since is then not written over"),
        ("number", "Number and sign of the document the figures rest on"), ("issuer", "Who issued it"), ("documentDate", "Its date as written"),
    ];

    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view)
    {
        if (query["dryRun"].ToString() is { Length: > 0 } dry && !bool.TryParse(dry, out _)) return new("dryRun", "unknown", dry, ["true", "false"], NotFound: false);
        if (query["seq"].ToString() is { Length: > 0 } seq && Seq(query) is null) return new("seq", "number", seq, ["0…"], NotFound: false);
        return Words.Where(w => query[w].ToString().Length > Longest).Select(w => new QueryMistake(w, "body", "", [$"≤ {Longest}"], NotFound: false)).FirstOrDefault();
    }

    /// <summary>Whether nothing is to be written.</summary>
    public static bool IsDry(IQueryCollection query) => bool.TryParse(query["dryRun"], out var dry) && dry;

    /// <summary>The entry that is named; null when none is.</summary>
    public static long? Seq(IQueryCollection query) => long.TryParse(query["seq"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;

    /// <summary>The document that is named; null when none is.</summary>
    public static DocumentReference? Document(IQueryCollection query) => new DocumentBody(query["number"], query["issuer"], query["documentDate"]).Reference;
}

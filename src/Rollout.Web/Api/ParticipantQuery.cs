using Rollout.Web.Reading;

namespace Rollout.Web.Api;

/// <summary>A query that may name a participant.</summary>
internal sealed class ParticipantQuery : IRequestQuery
{
    /// <summary>The word.</summary>
    public const string Word = "participant";

    /// <inheritdoc/>
    public QueryMistake? Mistake(IQueryCollection query, BoardView view) =>
        Code(query) is { } code && view.Board.Find(code) is null ? new(Word, "unknown", code, [.. view.Board.Participants.All.Select(p => p.Code)], NotFound: false) : null;

    /// <summary>The code that the query names; null when it names none.</summary>
    public static string? Code(IQueryCollection query) => query[Word].ToString() is { Length: > 0 } code ? code : null;
}

using Rollout.Core.Reports;
using Rollout.Web.Resources;

namespace Rollout.Web.Reading;

/// <summary>The page for the weekly meeting: what changed since the last document, or since a day.</summary>
public sealed class WeeklyReading(BoardReading boards, MovementReading movement, LetterReading letters)
{
    /// <summary>How far back is looked where no document tells where to begin.</summary>
    private const int Days = 7;

    /// <summary>What the meeting looks at, or what is wrong with the day that was asked for.</summary>
    /// <param name="view">The board of the meeting.</param>
    /// <param name="since">A day or an instant; null or empty for the last document.</param>
    public (WeeklyFacts? Facts, QueryMistake? Mistake) Of(BoardView view, string? since)
    {
        var letter = string.IsNullOrEmpty(since) ? letters.Last(view) : null;
        var asOf = letter is { } l ? BoardReading.Text(l.AsOf) : string.IsNullOrEmpty(since) ? BoardReading.Text(view.AsOf.AddDays(-Days)) : since;
        // What was known bounds both ends: a meeting of the past knew of the weeks before it only what it knew.
        var (before, mistake) = boards.Read(view.Programme.Key, view.Phase.Key, asOf, (letter?.KnownOn ?? view.KnownOn) is { } known ? BoardReading.Text(known) : null);
        if (mistake is not null) return (null, mistake with { Parameter = "since" });
        if (before!.AsOf >= view.AsOf) return (null, new("since", "notEarlier", asOf, [], NotFound: false));
        return (WeeklyFacts.Of(movement.Between(before, view), letter), null);
    }

    /// <summary>The document; null when the programme has no words for it.</summary>
    public static ReportDocument? Document(WeeklyFacts facts) =>
        facts.Movement.To.Board.Programme.Weekly is { } form ? WeeklyReport.Of(form, facts, Texts.Language) : null;
}
